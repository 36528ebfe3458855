package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class OperatorMovesTest {

  private static final OperatorMoves.Order ORDER =
      new OperatorMoves.Order("operator:meier", "the office has moved", false);
  private static final OperatorMoves.Order ANYHOW =
      new OperatorMoves.Order("operator:meier", "the office has moved", true);
  private static final Redirect TO_NEW = new Redirect(TransmissionKind.OSCI, "", "neu");

  @TempDir Path spool;
  MessageKit kit;
  RedirectStore redirects;
  OperatorMoves moves;
  MessageId id;

  @BeforeEach
  void open() throws IOException {
    kit = new MessageKit(spool);
    redirects = new RedirectStore(kit.jdbc, kit.clock);
    moves = new OperatorMoves(kit.store, kit.transmissions, redirects, kit.transaction);
    id = kit.accept("<a/>").id();
  }

  @Test
  void redirectedMessage_goesToTheNewReceiverOnly() {
    var old = kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    refuse(old);
    park();
    kit.queued.clear();

    moves.redirect(id, TO_NEW, ORDER);

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(kit.queued).containsExactly(id);
    assertThat(redirects.find(id, TransmissionKind.OSCI, "alt")).contains("neu");
    assertThat(redirects.find(id, TransmissionKind.OSCI, null)).contains("neu");
    assertThat(redirects.find(id, TransmissionKind.DELIVERY, "alt")).isEmpty();
    assertThat(kit.transmissions.current(id)).isEmpty();
    var last = kit.store.timeline(id).get(2);
    assertThat(last.event()).isEqualTo(TimelineEvent.REDIRECTED);
    assertThat(last.actor()).isEqualTo("operator:meier");
    assertThat(last.details())
        .containsEntry("destination", "neu")
        .containsEntry("reason", "the office has moved");
  }

  @Test
  void redirectOfOneReceiver_leavesTheOthers() {
    kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    kit.transmissions.open(id, TransmissionKind.OSCI, "anderes via stadt");
    park();

    moves.redirect(id, new Redirect(TransmissionKind.OSCI, "alt", "neu"), ORDER);

    assertThat(kit.transmissions.current(id))
        .extracting(Transmission::destination)
        .containsExactly("anderes via stadt");
    assertThat(redirects.find(id, TransmissionKind.OSCI, "anderes")).isEmpty();
  }

  @Test
  void waitingMessage_canBeRedirectedToo() {
    kit.store.holdBack(id, "osci:knoten");

    moves.redirect(id, TO_NEW, ORDER);

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(redirects.find(id, TransmissionKind.OSCI, "alt")).contains("neu");
  }

  @Test
  void unclearHandOver_isNotRedirectedUnlessAccepted() {
    var old = kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    kit.transmissions.sending(old.id());
    park();

    assertRefused(() -> moves.redirect(id, TO_NEW, ORDER), ErrorCode.RESULT_UNCLEAR);
    assertThat(redirects.find(id, TransmissionKind.OSCI, "alt")).isEmpty();
    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.PARKED);

    moves.redirect(id, TO_NEW, ANYHOW);
    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void unclearHandOverThatWasRefusedLater_isNotEndedUnlessAccepted() {
    var old = kit.transmissions.open(id, TransmissionKind.DELIVERY, "melde");
    kit.transmissions.unclear(
        kit.transmissions.sending(old.id()).orElseThrow(),
        new GatewayException(ErrorCode.DELIVERY_UNAVAILABLE, "no answer"));
    refuse(old);
    park();

    assertRefused(() -> moves.cancel(id, ORDER), ErrorCode.RESULT_UNCLEAR);
    assertRefused(() -> moves.reject(id, ORDER), ErrorCode.RESULT_UNCLEAR);
    assertRefused(
        () -> moves.redirect(id, new Redirect(TransmissionKind.DELIVERY, "", "neu"), ORDER),
        ErrorCode.RESULT_UNCLEAR);

    moves.cancel(id, ANYHOW);
    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.CANCELLED);
  }

  @Test
  void repeatedMessage_isSentAnewOnlyWhenThatIsAccepted() {
    var unclear = kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    kit.transmissions.reserve(unclear.id(), "osci-1", 1L);
    kit.transmissions.sending(unclear.id());
    park();
    moves.repeat(id, ORDER);
    assertThat(kit.transmissions.get(unclear.id()).osciMessageId()).isEqualTo("osci-1");
    park();

    moves.repeat(id, ANYHOW);

    var anew = kit.transmissions.get(unclear.id());
    assertThat(anew.state()).isEqualTo(TransmissionState.PLANNED);
    assertThat(anew.osciMessageId()).isNull();
    assertThat(anew.intermediary()).isNull();
    var lines = kit.store.timeline(id);
    assertThat(lines.get(lines.size() - 1).details()).containsEntry("anew", "true");
  }

  /** Its intermediary is gone for good, so it would wait for ever. */
  @Test
  void messageThatWaitsForWhereItWent_isSentAnewWhenThatIsAccepted() {
    var unclear = kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    kit.transmissions.sending(unclear.id());
    kit.store.holdBack(id, "intermediary:knoten");
    assertRefused(() -> moves.repeat(id, ORDER), ErrorCode.TRANSITION_ILLEGAL);

    moves.repeat(id, ANYHOW);

    assertThat(kit.transmissions.get(unclear.id()).state()).isEqualTo(TransmissionState.PLANNED);
    assertThat(kit.queued).contains(id);
  }

  @Test
  void messageThatAReceiverHas_isNotCancelledUnlessAccepted() {
    var old = kit.transmissions.open(id, TransmissionKind.DELIVERY, "melde");
    kit.transmissions.delivered(old.id());
    park();

    assertRefused(() -> moves.cancel(id, ORDER), ErrorCode.RESULT_UNCLEAR);

    moves.cancel(id, ANYHOW);
    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.CANCELLED);
  }

  @Test
  void handOverThatEndsMeanwhile_isNotOverruled() throws Exception {
    var receiver = kit.transmissions.open(id, TransmissionKind.DELIVERY, "melde");
    var rejecting =
        new FutureTask<>(
            () -> {
              moves.reject(id, ORDER);
              return null;
            });
    kit.transaction.executeWithoutResult(
        status -> {
          kit.store.lock(id);
          new Thread(rejecting, "operator").start();
          await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaits);
          kit.transmissions.sent(receiver.id(), null);
          kit.store.advance(id, MessageState.SENT, Note.SYSTEM);
        });

    assertThatThrownBy(rejecting::get)
        .rootCause()
        .extracting("code")
        .isEqualTo(ErrorCode.TRANSITION_ILLEGAL);
    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
  }

  private void refuse(Transmission transmission) {
    kit.transmissions.failed(
        kit.transmissions.sending(transmission.id()).orElseThrow(),
        new GatewayException(ErrorCode.OSCI_REFUSED, "no"));
  }

  private boolean somebodyWaits() {
    return new JdbcTemplate(kit.source)
        .queryForObject("select exists (select 1 from pg_locks where not granted)", Boolean.class);
  }

  @Test
  void messageBeingWorkedOn_isLeftAlone() throws IOException {
    var busy =
        new WorkQueue() {
          @Override
          public void schedule(MessageId message, Instant due) {}

          @Override
          public boolean withdraw(MessageId message) {
            return false;
          }
        };
    var own = new MessageKit(spool, busy);
    var other = own.accept("<a/>").id();
    var there =
        new OperatorMoves(
            own.store, own.transmissions, new RedirectStore(own.jdbc, own.clock), own.transaction);

    assertRefused(() -> there.cancel(other, ORDER), ErrorCode.MESSAGE_BUSY);
    assertThat(own.store.get(other).state()).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void receiverThatWasReplaced_canBeChosenAgainAndGoesOnWhereItWas() {
    var old = kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    kit.transmissions.reserve(old.id(), "osci-1");
    kit.transmissions.sending(old.id());
    park();
    moves.redirect(id, TO_NEW, ANYHOW);
    var other = kit.transmissions.open(id, TransmissionKind.OSCI, "neu via stadt");
    refuse(other);
    park();

    moves.redirect(id, new Redirect(TransmissionKind.OSCI, "neu", "alt"), ORDER);

    assertThat(redirects.find(id, TransmissionKind.OSCI, "alt").orElse("alt")).isEqualTo("alt");
    var again = kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    assertThat(again.id()).isEqualTo(old.id());
    assertThat(again.state()).isEqualTo(TransmissionState.SENDING);
    assertThat(again.osciMessageId()).isEqualTo("osci-1");
    assertThat(kit.transmissions.sending(again.id())).isPresent();
  }

  @Test
  void secondRedirect_countsForWhatTheRouteNames() {
    park();
    moves.redirect(id, new Redirect(TransmissionKind.OSCI, "alt", "neu"), ORDER);
    park();
    moves.redirect(id, new Redirect(TransmissionKind.OSCI, "neu", "dritte"), ORDER);

    assertThat(redirects.find(id, TransmissionKind.OSCI, "alt")).contains("dritte");

    park();
    moves.redirect(id, new Redirect(TransmissionKind.OSCI, "", "letzte"), ORDER);
    assertThat(redirects.find(id, TransmissionKind.OSCI, "alt")).contains("letzte");
  }

  @Test
  void redirectByOtherMeansThanTheRoute_isRefused() {
    kit.transmissions.open(id, TransmissionKind.OSCI, "alt via stadt");
    park();

    assertRefused(
        () -> moves.redirect(id, new Redirect(TransmissionKind.DELIVERY, "", "melde"), ORDER),
        ErrorCode.TARGET_UNKNOWN);
  }

  private void park() {
    kit.store.park(id, new GatewayException(ErrorCode.OSCI_REFUSED, "no"));
  }

  private static void assertRefused(ThrowingCallable step, ErrorCode code) {
    assertThatThrownBy(step)
        .isInstanceOf(GatewayException.class)
        .extracting(it -> ((GatewayException) it).code())
        .isEqualTo(code);
  }
}
