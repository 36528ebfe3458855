package de.amtsbote.gateway.message.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineChain;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.audit.ChainBreak.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineAuditTest {

  @TempDir static Path spool;
  static MessageKit kit;
  static TimelineAuditStore audit;

  @BeforeAll
  static void open() {
    kit = new MessageKit(spool);
    audit = new TimelineAuditStore(kit.jdbc);
    kit.jdbc.execute("alter table timeline disable trigger timeline_is_append_only");
  }

  @Test
  void untouchedTimeline_holds() throws IOException {
    assertThat(audit.verify(threeEntries())).isEmpty();
  }

  @Test
  void changedActor_isNamed() throws IOException {
    assertThat(tampered("update timeline set actor = 'x' where message_id = ? and sequence = 2"))
        .isEqualTo(new Found(2, Fault.ENTRY_CHANGED));
  }

  @Test
  void changedDetails_areNamed() throws IOException {
    assertThat(
            tampered(
                "update timeline set details = '{\"route\": \"other\"}' where message_id = ?"
                    + " and sequence = 3"))
        .isEqualTo(new Found(3, Fault.ENTRY_CHANGED));
  }

  @Test
  void detailsThatCannotBeRead_areNamed() throws IOException {
    assertThat(
            tampered("update timeline set details = '[1]' where message_id = ? and sequence = 3"))
        .isEqualTo(new Found(3, Fault.ENTRY_CHANGED));
  }

  @Test
  void unknownEvent_isNamed() throws IOException {
    assertThat(tampered("update timeline set event = 'x' where message_id = ? and sequence = 1"))
        .isEqualTo(new Found(1, Fault.ENTRY_CHANGED));
  }

  @Test
  void changedTime_isNamed() throws IOException {
    assertThat(
            tampered(
                "update timeline set at = at + interval '1 microsecond' where message_id = ?"
                    + " and sequence = 2"))
        .isEqualTo(new Found(2, Fault.ENTRY_CHANGED));
  }

  @Test
  void removedEntry_isNamed() throws IOException {
    assertThat(tampered("delete from timeline where message_id = ? and sequence = 2"))
        .isEqualTo(new Found(2, Fault.ENTRY_MISSING));
  }

  @Test
  void cutOffEnd_isNamed() throws IOException {
    assertThat(tampered("delete from timeline where message_id = ? and sequence = 3"))
        .isEqualTo(new Found(3, Fault.END_CUT_OFF));
  }

  @Test
  void removedTimeline_isNamed() throws IOException {
    assertThat(tampered("delete from timeline where message_id = ?"))
        .isEqualTo(new Found(1, Fault.END_CUT_OFF));
  }

  @Test
  void addedEntry_isNamed() throws IOException {
    assertThat(
            tampered(
                """
                insert into timeline (message_id, sequence, tenant, at, event, state, actor,
                  details, previous_hash, hash)
                select message_id, 4, tenant, at, event, state, actor, details, hash, hash
                from timeline where message_id = ? and sequence = 3\
                """))
        .isEqualTo(new Found(4, Fault.ENTRY_CHANGED));
  }

  @Test
  void entryAppendedWithARightHash_isNamed() throws IOException {
    var id = threeEntries();
    var last = kit.store.timeline(id).get(2);
    var what = List.of("REPEATED", last.state().name());
    var hash =
        TimelineChain.hash(id, 4, last.at(), what, null, "system", "{}", last.hash()).orElseThrow();
    kit.jdbc.update(
        """
        insert into timeline (message_id, sequence, tenant, at, event, state, actor, details,
          previous_hash, hash)
        select message_id, 4, tenant, at, 'REPEATED', state, 'system', '{}', hash, decode(?, 'hex')
        from timeline where message_id = ? and sequence = 3\
        """,
        hash,
        id.value());

    assertThat(audit.verify(id))
        .hasValueSatisfying(
            it -> {
              assertThat(it.fault()).isEqualTo(Fault.ENTRY_ADDED);
              assertThat(it.sequence()).isEqualTo(4);
            });
  }

  @Test
  void exchangedEntries_areNamed() throws IOException {
    var id = threeEntries();
    for (var step : List.of(List.of(2, 9), List.of(3, 2), List.of(9, 3))) {
      kit.jdbc.update(
          "update timeline set sequence = ? where message_id = ? and sequence = ?",
          step.get(1),
          id.value(),
          step.get(0));
    }

    assertThat(audit.verify(id))
        .hasValueSatisfying(
            it -> {
              assertThat(it.fault()).isEqualTo(Fault.LINK_BROKEN);
              assertThat(it.sequence()).isEqualTo(2);
            });
  }

  @Test
  void entryMovedOn_isNamed() throws IOException {
    assertThat(tampered("update timeline set sequence = 9 where message_id = ? and sequence = 3"))
        .isEqualTo(new Found(3, Fault.ENTRY_MISSING));
  }

  @Test
  void exchangedLink_isNamed() throws IOException {
    assertThat(
            tampered(
                "update timeline set previous_hash = hash where message_id = ? and sequence = 2"))
        .isEqualTo(new Found(2, Fault.LINK_BROKEN));
  }

  @Test
  void stateThatNoEntryTellsOf_isNamed() throws IOException {
    assertThat(tampered("update message set state = 'COMPLETED' where id = ?"))
        .isEqualTo(new Found(3, Fault.STATE_DIFFERS));
  }

  @Test
  void otherHead_isNamed() throws IOException {
    assertThat(tampered("update message set timeline_head = '\\x00' where id = ?"))
        .isEqualTo(new Found(3, Fault.HEAD_DIFFERS));
  }

  @Test
  void entriesOfAnotherMessage_areNamed() throws IOException {
    var id = threeEntries();
    var other = kit.accept("<b/>").id();
    kit.jdbc.update("delete from timeline where message_id = ?", id.value());
    kit.jdbc.update(
        "update timeline set message_id = ? where message_id = ?", id.value(), other.value());

    assertThat(audit.verify(id)).hasValueSatisfying(it -> assertThat(it.sequence()).isEqualTo(1));
  }

  @Test
  void wholeDatabase_isReadPageByPage() throws IOException {
    var own = new MessageKit(spool);
    for (var number = 0; number < 7; number++) {
      own.accept("<a/>");
    }
    var small = new AuditScope("stadt", null, null, null, 3);
    var store = new TimelineAuditStore(own.jdbc);

    var first = store.verify(small, found -> {});
    var second = store.verify(new AuditScope("stadt", null, null, first.last(), 100), found -> {});

    assertThat(first.messages()).isEqualTo(3);
    assertThat(second).isEqualTo(new AuditReport(4, 4, 0, null));
    assertThat(store.verify(AuditScope.ALL, found -> {}).messages()).isEqualTo(7);
  }

  @Test
  void audit_isKeptToTenantAndTime() throws IOException {
    var own = new MessageKit(spool);
    own.accept("<a/>");
    own.clock.advance(Duration.ofDays(3));
    var later = own.accept("<b/>");
    var store = new TimelineAuditStore(own.jdbc);

    assertThat(store.verify(new AuditScope("kreis", null, null, null, 100), it -> {}).messages())
        .isZero();
    assertThat(
            store
                .verify(new AuditScope("stadt", null, later.receivedAt(), null, 100), it -> {})
                .messages())
        .isEqualTo(1);
  }

  @Test
  void everyBrokenTimeline_isTold() throws IOException {
    var own = new MessageKit(spool);
    own.accept("<a/>");
    own.accept("<b/>");
    own.jdbc.update("delete from timeline");
    List<ChainBreak> found = new ArrayList<>();

    var report = new TimelineAuditStore(own.jdbc).verify(AuditScope.ALL, found::add);

    assertThat(report.broken()).isEqualTo(2);
    assertThat(report.holds()).isFalse();
    assertThat(found).hasSize(2).allMatch(it -> it.tenant().equals("stadt"));
  }

  private record Found(int sequence, Fault fault) {}

  private static Found tampered(String sql) throws IOException {
    var id = threeEntries();
    kit.jdbc.update(sql, id.value());
    var found = audit.verify(id).orElseThrow();
    return new Found(found.sequence(), found.fault());
  }

  private static MessageId threeEntries() throws IOException {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, MessageState.VALIDATED, Note.of(Map.of("b", "2", "a", "1")));
    kit.store.note(id, TimelineEvent.ROUTED, Note.of(Map.of("route", "demo")));
    return id;
  }
}
