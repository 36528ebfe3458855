package de.amtsbote.gateway.operations.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.amtsbote.gateway.message.CardTimes;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.event.Event;
import de.amtsbote.gateway.message.event.EventRecorder;
import de.amtsbote.gateway.message.event.EventStores;
import de.amtsbote.gateway.message.event.EventType;
import de.amtsbote.gateway.message.pickup.PickupStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineJobTest {

  private static final String MAILBOX = "fundbuero";

  @TempDir Path spool;

  private MessageKit kit;
  private EventRecorder recorder;

  @BeforeEach
  void open() {
    kit = new MessageKit(spool);
    recorder = EventStores.record(kit, false);
  }

  @Test
  void messageWithinItsTime_isLeftAlone() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.clock.advance(Duration.ofDays(3).minusSeconds(1));

    run();

    assertThat(kit.store.timeline(id)).extracting(TimelineEntry::code).containsOnlyNulls();
  }

  @Test
  void messageThatLiesTooLong_isNotedOnce() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.clock.advance(Duration.ofDays(3));

    run();
    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
    assertThat(kit.store.timeline(id))
        .filteredOn(line -> line.event() == TimelineEvent.PICKUP_OVERDUE)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.code()).isEqualTo("AB-3101");
              assertThat(line.details())
                  .containsExactlyInAnyOrderEntriesOf(
                      Map.of("partner", "gewerbeamt", "since", MessageKit.NOON.toString()));
            });
  }

  @Test
  void messageThatLiesTooLong_isToldToThePortal() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.clock.advance(Duration.ofDays(3));

    run();

    assertThat(lastEvent())
        .extracting(Event::messageId, Event::type, Event::state, Event::code)
        .containsExactly(id, EventType.PICKUP_OVERDUE, MessageState.SENT, "AB-3101");
    assertThat(PickupStores.in(kit).overdue(10)).isOne();
  }

  @Test
  void messageThatIsNeverPickedUp_expires() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.clock.advance(Duration.ofDays(30));
    cardSeen(id);

    run();

    var message = kit.store.get(id);
    assertThat(message.state()).isEqualTo(MessageState.EXPIRED);
    assertThat(message.reason().code().code()).isEqualTo("AB-3102");
    assertThat(message.reason().details()).startsWith("gewerbeamt has not picked it up since 2026");
    assertThat(lastEvent())
        .extracting(Event::messageId, Event::type, Event::code)
        .containsExactly(id, EventType.EXPIRED, "AB-3102");
    assertThat(kit.transmissions.of(id))
        .extracting("state", "lastCode")
        .containsExactly(tuple(TransmissionState.FAILED, "AB-3102"));
  }

  @Test
  void messageWhoseCardIsOld_isAskedForOnceMoreFirst() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.clock.advance(Duration.ofDays(30));

    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
    assertThat(kit.transmissions.of(id).get(0).nextCheckAt()).isEqualTo(kit.clock.instant());
  }

  /** It may have been picked up between that question and the deadline. */
  @Test
  void messageThatWasAskedForJustBeforeItsTime_isAskedForOnceMore() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.clock.advance(Duration.ofDays(30).minusMillis(1));
    cardSeen(id);
    kit.clock.advance(Duration.ofMillis(1));

    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"XTA", "DELIVERY"})
  void receiverWhoCanBeAsked_isAskedOnceMoreWhateverTheWay(TransmissionKind kind) throws Exception {
    var id = sent(kind, "bauamt");
    kit.clock.advance(Duration.ofDays(30));
    run();
    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
    assertThat(kit.transmissions.of(id).get(0).nextCheckAt()).isEqualTo(kit.clock.instant());

    cardSeen(id);
    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.EXPIRED);
  }

  @Test
  void messageInAMailboxHere_expiresWithoutAQuestion() throws Exception {
    var id = sent(TransmissionKind.DELIVERY, MAILBOX);
    kit.clock.advance(Duration.ofDays(30));

    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.EXPIRED);
  }

  @Test
  void messageWhoseCardCannotBeRead_expiresAfterTheGrace() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.clock.advance(Duration.ofDays(31));

    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.EXPIRED);
  }

  @ParameterizedTest
  @EnumSource(names = {"OSCI", "XTA"})
  void readerWhoComesTooLate_isAskedForOnceADay(TransmissionKind kind) throws Exception {
    var id = sent(kind, "gewerbeamt");
    kit.clock.advance(Duration.ofDays(31));
    run();
    assertThat(kit.receipts.dueForCheck(kind, 10)).isEmpty();

    kit.clock.advance(Duration.ofDays(1));
    assertThat(kit.receipts.dueForCheck(kind, 10))
        .singleElement()
        .extracting("messageId")
        .isEqualTo(id);

    for (var day = 0; day < 90; day++) {
      kit.receipts.checkLater(kit.transmissions.of(id).get(0).id(), Duration.ofDays(1));
    }
    assertThat(kit.transmissions.of(id).get(0).nextCheckAt()).isNull();
  }

  @Test
  void messageThatWasPickedUp_hasNoDeadline() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.transmissions.delivered(kit.transmissions.of(id).get(0).id());
    kit.store.advance(id, MessageState.DELIVERED, Note.SYSTEM);
    kit.clock.advance(Duration.ofDays(100));

    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void parkedMessage_isTheOperators() throws Exception {
    var id = sent("gewerbeamt via portal");
    kit.store.park(id, new GatewayException(ErrorCode.ROUTE_FAILED, "a second receiver"));
    kit.clock.advance(Duration.ofDays(100));

    run();

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.PARKED);
  }

  @Test
  void firstRuleThatFits_decides() throws Exception {
    var strict = sent("gewerbeamt via portal");
    var lax = sent("bauamt via portal");
    kit.clock.advance(Duration.ofDays(1));

    run(
        rule("gewerbeamt", null, Duration.ofHours(12), null),
        rule(null, "xbau", Duration.ofDays(90), null));

    assertThat(isOverdue(strict)).isTrue();
    assertThat(isOverdue(lax)).isFalse();
  }

  @Test
  void ruleForAStandard_countsForItsMessagesOnly() throws Exception {
    var bau = sent("bauamt via portal");
    kit.store.describe(bau, new Traits("xbau", "2.6", "0200", null, null, null, null));
    var other = sent("bauamt via portal");
    kit.clock.advance(Duration.ofDays(1));

    run(rule(null, "xbau", Duration.ofHours(12), null));

    assertThat(isOverdue(bau)).isTrue();
    assertThat(isOverdue(other)).isFalse();
  }

  @Test
  void ruleForARoute_countsForItsMessagesOnly() throws Exception {
    var slow = sent("bauamt via portal");
    kit.store.routed(slow, "bauantraege");
    var other = sent("bauamt via portal");
    kit.clock.advance(Duration.ofDays(4));

    run(
        new DeadlineProperties.Rule(
            null, null, null, null, null, "bauantraege", Duration.ofDays(60), Duration.ZERO));

    assertThat(isOverdue(slow)).isFalse();
    assertThat(isOverdue(other)).isTrue();
  }

  @Test
  void zero_meansNever() throws Exception {
    var id = sent("bauamt via portal");
    kit.clock.advance(Duration.ofDays(1000));

    run(rule("bauamt", null, Duration.ZERO, Duration.ZERO));

    assertThat(kit.store.get(id).state()).isEqualTo(MessageState.SENT);
    assertThat(isOverdue(id)).isFalse();
  }

  @Test
  void moreThanOnePage_isLookedAt() throws Exception {
    for (var i = 0; i < 205; i++) {
      sent("gewerbeamt via portal");
    }
    kit.clock.advance(Duration.ofDays(3));

    run();

    assertThat(PickupStores.in(kit).overdue(1000)).isEqualTo(205);
  }

  private MessageId sent(String destination) throws Exception {
    return sent(TransmissionKind.OSCI, destination);
  }

  /** Nobody is asked regularly what a delivery became. */
  private MessageId sent(TransmissionKind kind, String destination) throws Exception {
    var id = kit.accept("<a/>").id();
    var transmission = kit.transmissions.open(id, kind, destination);
    var next = kit.clock.instant().plus(Duration.ofDays(50));
    kit.transmissions.sent(transmission.id(), kind == TransmissionKind.DELIVERY ? null : next);
    kit.store.move(id, MessageState.SENT, Note.SYSTEM);
    return id;
  }

  private void cardSeen(MessageId id) {
    var now = kit.clock.instant();
    kit.receipts.seen(kit.transmissions.of(id).get(0).id(), CardTimes.NONE, null, now, now);
  }

  private boolean isOverdue(MessageId id) {
    return kit.store.timeline(id).stream()
        .anyMatch(line -> line.event() == TimelineEvent.PICKUP_OVERDUE);
  }

  private Event lastEvent() {
    var store = EventStores.in(kit);
    store.givePositions(100);
    var all = store.after("stadt", "portal", 0, 100);
    return all.get(all.size() - 1);
  }

  private static DeadlineProperties.Rule rule(
      String partner, String standard, Duration alert, Duration end) {
    return new DeadlineProperties.Rule(null, standard, null, null, partner, null, alert, end);
  }

  private void run(DeadlineProperties.Rule... rules) {
    var properties =
        new DeadlineProperties(
            Duration.ofDays(3),
            Duration.ofDays(30),
            Duration.ofDays(1),
            Duration.ofMinutes(5),
            List.of(rules));
    var expiry =
        new Expiry(
            PickupStores.in(kit),
            List.of(it -> !it.partner().equals(MAILBOX)),
            kit.store,
            kit.transaction,
            properties.grace());
    new DeadlineJob(
            PickupStores.in(kit),
            expiry,
            kit.store,
            recorder,
            kit.transaction,
            properties,
            kit.clock)
        .run(() -> false);
  }
}
