package de.amtsbote.gateway.message.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoreTest {

  @TempDir Path spool;

  private MessageKit kit;
  private EventStore store;

  @BeforeEach
  void open() {
    kit = new MessageKit(spool);
    store = EventStores.in(kit);
    EventStores.record(kit, true);
  }

  @Test
  void everyMove_isAnEvent() throws Exception {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);
    kit.store.reject(id, new GatewayException(ErrorCode.READER_UNKNOWN, "nobody"));

    assertThat(feed())
        .extracting(Event::type, Event::sequence, Event::code)
        .containsExactly(
            tuple(EventType.RECEIVED, 1, null),
            tuple(EventType.VALIDATED, 2, null),
            tuple(EventType.REJECTED, 3, "AB-3005"));
  }

  @Test
  void moveThatIsUndone_isNoEvent() throws Exception {
    var id = kit.accept("<a/>").id();

    kit.transaction.executeWithoutResult(
        status -> {
          kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);
          status.setRollbackOnly();
        });

    assertThat(feed()).extracting(Event::type).containsExactly(EventType.RECEIVED);
  }

  @Test
  void messageThatNoPortalHandedIn_isNoEvent() throws Exception {
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", MessageKit.bytes("<a/>"));
      intake.commit(
          new NewMessage("stadt", new Entry(EntryKind.OSCI_MAILBOX, "portal"), null, Traits.NONE));
    }

    assertThat(kit.count("event")).isZero();
  }

  @Test
  void readerWhoGoesOn_getsWhatIsNewOnly() throws Exception {
    kit.accept("<a/>");
    var last = feed().get(0).position();
    kit.accept("<b/>");
    store.givePositions(100);

    assertThat(store.after("stadt", "portal", last, 10)).hasSize(1);
  }

  @Test
  void otherAccountsAndTenants_seeNothing() throws Exception {
    kit.accept("<a/>");
    store.givePositions(100);

    assertThat(store.after("kreis", "portal", 0, 10)).isEmpty();
    assertThat(store.after("stadt", "other", 0, 10)).isEmpty();
  }

  /** The first to write is the last to commit, and must not be overlooked by who read between. */
  @Test
  void eventCommittedLate_isNotOverlooked() throws Exception {
    var written = new CountDownLatch(1);
    var read = new CountDownLatch(1);
    var slow = Executors.newSingleThreadExecutor();
    var late =
        slow.submit(
            () ->
                kit.transaction.execute(
                    status -> {
                      try {
                        var id = kit.accept("<late/>").id();
                        written.countDown();
                        return read.await(20, TimeUnit.SECONDS) ? id : null;
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    }));
    assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
    var early = kit.accept("<early/>").id();

    var first = feed();
    read.countDown();
    var lateId = late.get(20, TimeUnit.SECONDS);
    slow.shutdown();
    store.givePositions(100);

    assertThat(first).extracting(Event::messageId).containsExactly(early);
    assertThat(store.after("stadt", "portal", first.get(0).position(), 10))
        .extracting(Event::messageId)
        .containsExactly(lateId);
  }

  @Test
  void eventsOfOneMessage_arePushedOneAfterTheOther() throws Exception {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);
    var first = due();

    assertThat(first).extracting(Event::sequence).containsExactly(1);
    store.pushed(first.get(0).id(), kit.clock.instant());
    assertThat(due()).extracting(Event::sequence).containsExactly(2);
  }

  @Test
  void eventThatWaits_holdsUpItsMessageOnly() throws Exception {
    var id = kit.accept("<a/>").id();
    store.notPushed(due().get(0), "AB-5202", kit.clock.instant().plus(Duration.ofHours(1)));
    kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);
    var other = kit.accept("<b/>").id();

    assertThat(due()).extracting(Event::messageId).containsExactly(other);
  }

  /** Else a portal that is away for days would have all of them looked at each time. */
  @Test
  void whatComesAfterAnEventThatWaits_isNotDueBefore() throws Exception {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);
    var next = kit.clock.instant().plus(Duration.ofHours(1));

    store.notPushed(due().get(0), "AB-5202", next);

    assertThat(
            kit.jdbc.queryForList(
                "select push_due_at from event where message_id = ?", Timestamp.class, id.value()))
        .containsExactly(Timestamp.from(next), Timestamp.from(next));
  }

  private List<Event> due() {
    return store.toPush("stadt", "portal", kit.clock.instant(), 10);
  }

  private List<Event> feed() {
    store.givePositions(100);
    return store.after("stadt", "portal", 0, 100);
  }
}
