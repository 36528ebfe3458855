package de.amtsbote.gateway.osci;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.osci.AwaitedAnswerStore.State;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An answer goes to who waits or by itself: each step is won by one side. */
@GatewayTest
class AwaitedAnswerStoreTest {

  @LocalServerPort int port;
  @Autowired AwaitedAnswerStore store;
  @Autowired Clock clock;
  private final MessageId answer = new MessageId(UUID.randomUUID());
  private MessageId message;

  @BeforeEach
  void handIn() throws Exception {
    message = MessageId.parse(Portal.at(port).submit("<a/>").field("id"));
  }

  private void waiting() {
    store.await(message, clock.instant().plusSeconds(60));
  }

  @Test
  void answerThatNobodyWaitsFor_goesByItself() {
    assertThat(store.offer(message, answer)).isFalse();
    assertThat(store.state(message)).isEqualTo(State.LAPSED);
  }

  @Test
  void answerAfterTheTime_goesByItself() {
    store.await(message, clock.instant().minusSeconds(1));

    assertThat(store.offer(message, answer)).isFalse();
  }

  @Test
  void answerThatIsOffered_isTakenOnce() {
    waiting();

    assertThat(store.offer(message, answer)).isTrue();
    assertThat(store.take(message)).contains(answer);
    assertThat(store.take(message)).isEmpty();
  }

  @Test
  void secondAnswer_findsNobodyWaiting() {
    waiting();
    store.offer(message, answer);

    assertThat(store.offer(message, new MessageId(UUID.randomUUID()))).isFalse();
  }

  @Test
  void answerThatWasGiven_isNotTakenBack() {
    waiting();
    store.offer(message, answer);
    store.take(message);
    store.given(message);

    assertThat(store.lapse(message)).isFalse();
    assertThat(store.offer(message, answer)).isTrue();
  }

  @Test
  void answerThatWasTakenAndNotGiven_isTakenBack() {
    waiting();
    store.offer(message, answer);
    store.take(message);

    assertThat(store.lapse(message)).isTrue();
    store.given(message);
    assertThat(store.state(message)).isEqualTo(State.LAPSED);
  }
}
