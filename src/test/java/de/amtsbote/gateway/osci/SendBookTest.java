package de.amtsbote.gateway.osci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.testpki.TestPki;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendBookTest {

  private static final TestPki CA = TestPki.root("Muster-CA");
  private static final MessageId ID = new MessageId("osci-1");

  @TempDir Path spool;
  private MessageKit kit;
  private Station station;
  private SendBook book;
  private OutgoingMessage message;
  private Transmission transmission;

  @BeforeEach
  void open() throws Exception {
    kit = new MessageKit(spool);
    station = new Station("knoten", CA, kit.clock);
    book =
        new SendBook(
            kit.store,
            kit.transmissions,
            kit.receipts,
            new KnownIntermediaryStore(kit.jdbc, kit.clock),
            kit.transaction,
            kit.clock,
            Duration.ofSeconds(10));
    message =
        new OutgoingMessage(
            kit.accept("<a/>").id(),
            "stadt",
            Station.partner(station.entry(), CA.reader("Amt").certificate()),
            null,
            "Test",
            ContentSource.of(new byte[1]),
            List.of(),
            null);
    transmission = kit.transmissions.open(message.id(), TransmissionKind.OSCI, "amt via portal");
  }

  @Test
  void idThatAnotherNodeKeptFirst_staysAndIsNotedOnce() {
    assertThat(book.reserved(message, transmission, station.entry(), ID)).isTrue();

    assertThat(book.reserved(message, transmission, station.entry(), new MessageId("osci-2")))
        .isFalse();

    assertThat(kit.transmissions.get(transmission.id()).osciMessageId()).isEqualTo("osci-1");
    assertThat(kit.store.timeline(message.id()))
        .filteredOn(it -> it.event() == TimelineEvent.RESERVED)
        .hasSize(1);
  }

  @Test
  void operatorWhoHoldsTheMessage_doesNotWaitForWhoReservesAnId() {
    whileTheMessageIsHeld(() -> book.reserved(message, transmission, station.entry(), ID));
  }

  @Test
  void operatorWhoHoldsTheMessage_doesNotWaitForWhoHasSentIt() {
    book.reserved(message, transmission, station.entry(), ID);
    var begun = kit.transmissions.sending(transmission.id(), ID.value());
    kit.store.move(message.id(), MessageState.VALIDATED, Note.SYSTEM);

    whileTheMessageIsHeld(
        () -> book.sent(message, transmission, station.entry(), ID, Optional.empty(), begun));

    assertThat(kit.transmissions.get(transmission.id()).state()).isEqualTo(TransmissionState.SENT);
  }

  /** Whoever came to the hand-over first would wait for the message, and the other for it. */
  private void whileTheMessageIsHeld(Runnable entering) {
    var entered =
        kit.transaction.execute(
            status -> {
              kit.store.lock(message.id());
              var other = CompletableFuture.runAsync(entering);
              await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaits);
              kit.jdbc.update(
                  "update transmission set updated_at = updated_at where id = ?",
                  transmission.id());
              return other;
            });
    assertThat(entered).succeedsWithin(Duration.ofSeconds(60));
  }

  private boolean somebodyWaits() {
    return kit.jdbc.queryForObject(
        """
        select exists (select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock')\
        """,
        Boolean.class);
  }
}
