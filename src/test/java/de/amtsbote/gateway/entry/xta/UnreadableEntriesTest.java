package de.amtsbote.gateway.entry.xta;

import static de.amtsbote.gateway.entry.xta.MailboxSoap.close;
import static de.amtsbote.gateway.entry.xta.MailboxSoap.fetch;
import static de.amtsbote.gateway.entry.xta.MailboxSoap.list;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.retention.RetentionStore;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries whose message cannot be read any more. */
@GatewayTest
class UnreadableEntriesTest extends MailboxFixture {

  @Autowired RetentionStore retention;
  @Autowired Clock clock;

  @Test
  void erasedMessage_doesNotShutTheMailbox() throws Exception {
    var gone = waiting("<eins/>");
    var second = waiting("<zwei/>");
    expireAndErase(stored(gone));

    assertThat(reader.mailbox(list("", "")).body().getTextContent()).contains(second.id());
    assertThat(reader.mailbox(fetch(null, "")).text()).contains("<zwei/>", second.id());
  }

  @Test
  void erasedMessage_isNotListed() throws Exception {
    var gone = waiting("<eins/>");
    waiting("<zwei/>");
    expireAndErase(stored(gone));

    var answer = reader.mailbox(list(" maxListItems=\"1\"", ""));

    assertThat(answer.body().getTextContent()).doesNotContain(gone.id());
    assertThat(answer.value("ItemsPending")).isEqualTo("0");
  }

  @Test
  void fetchedAndErasedMessage_doesNotSpoilTheListOfFetchedOnes() throws Exception {
    var gone = waiting("<eins/>");
    var second = waiting("<zwei/>");
    for (var order : List.of(gone, second)) {
      reader.mailbox(close(request(reader.mailbox(fetch(order.id(), ""))), order.id()));
    }
    retention.eraseNow(stored(gone).id(), "system", null, clock.instant());

    var answer = reader.mailbox(list("", " newEntry=\"false\""));

    assertThat(values(answer, "MessageID")).contains(second.id()).doesNotContain(gone.id());
  }

  @Test
  void damagedMessage_doesNotShutOffWhatIsBehindIt() throws Exception {
    var damaged = waiting("<eins/>");
    var second = waiting("<zwei/>");
    jdbc.update(
        "update part_chunk set content = content || 'x' where message_id = ?",
        stored(damaged).id().value());

    assertThat(reader.mailbox(list("", "")).body().getTextContent()).contains(second.id());
    assertThat(reader.mailbox(fetch(null, "")).text()).contains("<zwei/>", second.id());
    assertThat(reader.mailbox(fetch(damaged.id(), "")).status()).isEqualTo(500);
  }

  private void expireAndErase(Message message) {
    var why = new GatewayException(ErrorCode.PICKUP_EXPIRED, "nobody came");
    store.end(message.id(), MessageState.EXPIRED, why);
    retention.eraseNow(message.id(), "system", null, clock.instant());
  }
}
