package de.amtsbote.gateway.delivery.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.fitconnect.FitConnectSendingStore.Sending;
import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.FitConnectApi.Announced;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of submissions under way. */
@GatewayTest
class FitConnectSendingStoreTest {

  private static final AuthenticationTags TAGS = new AuthenticationTags("m", "d", Map.of());

  @Autowired FitConnectSendingStore sendings;
  @Autowired MessageStore messages;
  @Autowired TransmissionStore transmissions;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  private final String receiver = UUID.randomUUID().toString();
  private MessageId message;
  private UUID transmission;

  @BeforeEach
  void handOver() throws Exception {
    try (var intake = messages.intake()) {
      intake.add(
          PartRole.PAYLOAD, "a.xml", "text/xml", new ByteArrayInputStream("<a/>".getBytes()));
      var traits = new Traits("xdemo", "1.0", "0100", "gae:7", "ags:1", "urn:example:dienst", null);
      var entry = new Entry(EntryKind.REST, "portal");
      message = intake.commit(new NewMessage("stadt", entry, null, traits)).id();
    }
    transmission = transmissions.open(message, TransmissionKind.DELIVERY, receiver).id();
  }

  @Test
  void announcement_isFoundUntilItsIdIsGivenUp() {
    var sending = announced();
    assertThat(known()).contains(sending);

    jdbc.update("update transmission set osci_message_id = null where id = ?", transmission);

    assertThat(known()).isEmpty();
  }

  @Test
  void newAnnouncement_takesThePlaceOfTheFirst() {
    transmissions.sending(transmission);
    var first = announced();

    var second = announced();

    assertThat(second.submission()).isNotEqualTo(first.submission());
    assertThat(transmissions.get(transmission).osciMessageId())
        .isEqualTo(second.submission().toString());
    assertThat(known()).contains(second);
  }

  @Test
  void nodeThatAnnouncesTooLate_goesOnWithWhatTheOtherAnnounced() {
    var first = announced();
    var handover =
        new Handover(transmission.toString(), message.toString(), Map.of(), null, List.of(), "p");

    var late =
        book().announced(handover, null, new Announced(UUID.randomUUID(), UUID.randomUUID()));

    assertThat(late).isEqualTo(first);
  }

  @Test
  void nodeThatIsSlower_changesNothing() {
    announced();
    var slow = sendings.find(transmission).orElseThrow();
    var fast = announced();

    sendings.submitted(slow, TAGS, Duration.ZERO);

    assertThat(sendings.find(transmission)).contains(fast);
  }

  @Test
  void receiver_isAskedAfterAWhileOnly() {
    var sending = announced();
    assertThat(sendings.due(receiver, 10)).isEmpty();

    sendings.submitted(sending, TAGS, Duration.ofMinutes(5));
    assertThat(sendings.due(receiver, 10)).isEmpty();

    sendings.later(sending, Duration.ZERO);
    assertThat(sendings.due(receiver, 10)).extracting(Sending::looks).containsExactly(1);
  }

  @Test
  void receiver_isAskedAtOnceBeforeTheMessageExpires() {
    sendings.submitted(announced(), TAGS, Duration.ofMinutes(5));

    jdbc.update(
        "update transmission set next_check_at = ? where id = ?",
        Timestamp.from(clock.instant()),
        transmission);

    assertThat(sendings.due(receiver, 10)).hasSize(1);
  }

  @Test
  void submission_isSubmittedOnceWithItsTags() {
    var sending = announced();
    sendings.submitted(sending, TAGS, Duration.ZERO);

    sendings.submitted(sending, null, Duration.ofDays(1));

    assertThat(sendings.due(receiver, 10)).extracting(Sending::tags).containsExactly(TAGS);
  }

  @Test
  void receiverThatHasSpoken_isNotAskedAgain() {
    var sending = announced();
    sendings.submitted(sending, TAGS, Duration.ZERO);

    sendings.ended(sending);

    assertThat(sendings.due(receiver, 10)).isEmpty();
  }

  @Test
  void retentionOfTheMessage_takesTheSubmissionAway() {
    announced();

    jdbc.update("delete from transmission where message_id = ?", message.value());

    assertThat(sendings.find(transmission)).isEmpty();
  }

  private Sending announced() {
    var handover =
        new Handover(transmission.toString(), message.toString(), Map.of(), null, List.of(), "p");
    var announced = new Announced(UUID.randomUUID(), UUID.randomUUID());
    return book().announced(handover, book().id(transmission), announced);
  }

  private Optional<Sending> known() {
    return book().of(transmission, book().id(transmission));
  }

  private SubmissionBook book() {
    return new SubmissionBook(
        receiver, sendings, transmissions, messages, transaction, Duration.ZERO);
  }
}
