package de.amtsbote.gateway.operations.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.CardTimes;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.LastDays;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.WorkQueue;
import de.amtsbote.gateway.message.event.EventStores;
import de.amtsbote.gateway.message.event.EventType;
import de.amtsbote.gateway.message.pickup.PickupStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages whose author named the day of the clock as the last one. */
class ObsoleteJobTest {

  private static final String TODAY = "2026-11-23";
  private static final String MAILBOX = "fundbuero";

  @TempDir Path spool;

  private MessageKit kit;
  private boolean busy;

  @BeforeEach
  void open() {
    kit = new MessageKit(spool, new Queue());
    EventStores.record(kit, false);
  }

  @Test
  void lastDay_lastsUntilMidnightInGermany() throws Exception {
    var id = LastDays.accept(kit, EntryKind.XTA, TODAY);

    runAt("2026-11-23T22:59:59Z");
    assertThat(state(id)).isEqualTo(MessageState.RECEIVED);

    runAt("2026-11-23T23:00:00Z");
    assertThat(state(id)).isEqualTo(MessageState.EXPIRED);
  }

  @Test
  void messageThatExpired_saysWhy() throws Exception {
    var id = LastDays.accept(kit, EntryKind.XTA, TODAY);

    runTomorrow();

    var reason = kit.store.get(id).reason();
    assertThat(reason.code()).isEqualTo(ErrorCode.OBSOLETE);
    assertThat(reason.details()).contains(TODAY);
  }

  @Test
  void messageThatExpired_isToldToWhoeverFollowsTheEvents() throws Exception {
    LastDays.accept(kit, EntryKind.XTA, TODAY);

    runTomorrow();

    var events = EventStores.in(kit);
    events.givePositions(100);
    assertThat(events.after("stadt", "portal", 0, 100))
        .last()
        .satisfies(
            it -> {
              assertThat(it.type()).isEqualTo(EventType.EXPIRED);
              assertThat(it.code()).isEqualTo("AB-3103");
            });
  }

  @Test
  void parkedMessage_expires() throws Exception {
    var id = LastDays.accept(kit, EntryKind.XTA, TODAY);
    kit.store.park(id, new GatewayException(ErrorCode.ROUTE_MISSING, "none"));

    runTomorrow();

    assertThat(state(id)).isEqualTo(MessageState.EXPIRED);
  }

  @Test
  void messageInAMailboxHere_expires() throws Exception {
    var id = lying(TransmissionKind.DELIVERY, MAILBOX);

    runTomorrow();

    assertThat(state(id)).isEqualTo(MessageState.EXPIRED);
    assertThat(kit.store.get(id).reason().code()).isEqualTo(ErrorCode.OBSOLETE);
  }

  @Test
  void messageAtAnIntermediary_expiresAfterOneMoreQuestion() throws Exception {
    var id = lying(TransmissionKind.OSCI, "gewerbeamt");
    runTomorrow();
    assertThat(state(id)).isEqualTo(MessageState.SENT);
    var transmission = kit.transmissions.of(id).get(0);
    assertThat(transmission.nextCheckAt()).isEqualTo(kit.clock.instant());

    var now = kit.clock.instant();
    kit.receipts.seen(transmission.id(), CardTimes.NONE, null, now, now);
    run();

    assertThat(state(id)).isEqualTo(MessageState.EXPIRED);
    assertThat(kit.transmissions.of(id).get(0).lastCode()).isEqualTo("AB-3103");
  }

  @Test
  void messageThatMayHaveArrived_isClearedUpFirst() throws Exception {
    var id = LastDays.accept(kit, EntryKind.XTA, TODAY);
    var transmission = kit.transmissions.open(id, TransmissionKind.DELIVERY, "bauamt");
    kit.transmissions.sending(transmission.id());

    runTomorrow();

    assertThat(state(id)).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void messageThatIsWorkedOn_isLeftAlone() throws Exception {
    var id = LastDays.accept(kit, EntryKind.XTA, TODAY);
    busy = true;

    runTomorrow();

    assertThat(state(id)).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void deliveredMessage_staysSo() throws Exception {
    var id = lying(TransmissionKind.DELIVERY, MAILBOX);
    kit.transmissions.delivered(kit.transmissions.of(id).get(0).id());
    kit.store.advance(id, MessageState.DELIVERED, Note.SYSTEM);

    runTomorrow();

    assertThat(state(id)).isEqualTo(MessageState.DELIVERED);
  }

  /** Its author was told elsewhere that it was fetched. */
  @Test
  void fetchedMessage_isHandedOnAllTheSame() throws Exception {
    var id = LastDays.accept(kit, EntryKind.XTA_MAILBOX, TODAY);

    runTomorrow();

    assertThat(state(id)).isEqualTo(MessageState.RECEIVED);
  }

  private MessageId lying(TransmissionKind kind, String destination) throws Exception {
    var id = LastDays.accept(kit, EntryKind.XTA, TODAY);
    var transmission = kit.transmissions.open(id, kind, destination);
    var next = kit.clock.instant().plus(Duration.ofDays(50));
    kit.transmissions.sent(transmission.id(), kind == TransmissionKind.DELIVERY ? null : next);
    kit.store.move(id, MessageState.SENT, Note.SYSTEM);
    return id;
  }

  private MessageState state(MessageId id) {
    return kit.store.get(id).state();
  }

  private void runTomorrow() {
    runAt("2026-11-23T23:00:00Z");
  }

  private void runAt(String time) {
    kit.clock.advance(Duration.between(kit.clock.instant(), Instant.parse(time)));
    run();
  }

  private void run() {
    var pickups = PickupStores.in(kit);
    var expiry =
        new Expiry(
            pickups,
            List.of(it -> !it.partner().equals(MAILBOX)),
            kit.store,
            kit.transaction,
            Duration.ofDays(1));
    new ObsoleteJob(
            PickupStores.obsolete(kit), pickups, expiry, kit.store, kit.transaction, kit.clock)
        .run(() -> false);
  }

  private final class Queue implements WorkQueue {

    @Override
    public void schedule(MessageId id, Instant due) {
      // nobody works here
    }

    @Override
    public boolean withdraw(MessageId id) {
      return !busy;
    }
  }
}
