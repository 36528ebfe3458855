package de.amtsbote.gateway.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.audit.TimelineAuditStore;
import de.amtsbote.gateway.message.event.EventStores;
import de.amtsbote.gateway.message.load.LoadStores;
import de.amtsbote.gateway.message.retention.Erasure;
import de.amtsbote.gateway.message.retention.RetentionStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionJobTest {

  private static final String ATTACHMENT = "Ausweis Mustermann.pdf";

  @TempDir Path spool;

  private MessageKit kit;

  @BeforeEach
  void open() {
    kit = new MessageKit(spool);
    EventStores.record(kit, false);
  }

  @Test
  void contentOfAnEndedMessage_isErasedAfterItsTime() throws Exception {
    var id = ended();
    kit.clock.advance(Duration.ofDays(90));

    run();

    assertThat(kit.count("part_chunk")).isZero();
    assertThat(kit.jdbc.queryForList("select wrapped_key from message")).hasSize(1);
    assertThatThrownBy(() -> kit.store.open(id, 0))
        .extracting("code")
        .isEqualTo(ErrorCode.CONTENT_ERASED);
  }

  @Test
  void contentWithinItsTime_stays() throws Exception {
    ended();
    kit.clock.advance(Duration.ofDays(90).minusSeconds(1));

    run();

    assertThat(kit.count("part_chunk")).isEqualTo(2);
  }

  @Test
  void evidenceOfErasedContent_staysAndIsWhole() throws Exception {
    var id = ended();
    kit.clock.advance(Duration.ofDays(90));

    run();

    var timeline = kit.store.timeline(id);
    assertThat(timeline.get(timeline.size() - 1).event()).isEqualTo(TimelineEvent.ERASED);
    assertThat(new TimelineAuditStore(kit.jdbc).verify(id)).isEmpty();
    assertThat(kit.store.get(id).parts()).extracting("size").containsExactly(4L, 1000L);
    assertThat(kit.count("transmission")).isOne();
    assertThat(kit.count("idempotency")).isOne();
  }

  @Test
  void namesThatSendersGave_areErasedWithTheContent() throws Exception {
    var id = ended();
    kit.clock.advance(Duration.ofDays(90));

    run();

    assertThat(kit.store.get(id).parts())
        .extracting("name")
        .containsExactly("payload-0", "attachment-1");
  }

  @Test
  void repeatedSubmission_isRecognisedAfterErasure() throws Exception {
    var first = kit.accept("key", "<a/>").id();
    kit.store.reject(first, new GatewayException(ErrorCode.READER_UNKNOWN, "nobody"));
    kit.clock.advance(Duration.ofDays(100));
    run();

    assertThat(kit.accept("key", "<a/>").id()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECEIVED", "VALIDATED", "SENT", "PARKED"})
  void messageUnderWay_isNeverTouched(MessageState state) throws Exception {
    var id = kit.accept("<a/>").id();
    if (state == MessageState.PARKED) {
      kit.store.park(id, new GatewayException(ErrorCode.ROUTE_MISSING, "none"));
    } else if (state != MessageState.RECEIVED) {
      kit.store.move(id, state, Note.SYSTEM);
    }
    kit.clock.advance(Duration.ofDays(20_000));

    run();

    assertThat(kit.count("part_chunk")).isOne();
    assertThat(kit.count("message")).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "COMPLETED", "REJECTED", "CANCELLED", "EXPIRED"})
  void messageAtItsEnd_isErased(MessageState end) throws Exception {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, end, Note.SYSTEM);
    kit.clock.advance(Duration.ofDays(90));

    run();

    assertThat(kit.count("part_chunk")).isZero();
  }

  @Test
  void evidence_isRemovedAfterItsOwnTime() throws Exception {
    ended();
    kit.clock.advance(Duration.ofDays(90));
    run();
    kit.clock.advance(Duration.ofDays(3650));

    run();

    for (var table :
        List.of("message", "part", "timeline", "transmission", "idempotency", "event")) {
      assertThat(kit.count(table)).as(table).isZero();
    }
  }

  /** A table that is added later must go with its message, too. */
  @Test
  void everyTableOfAMessage_goesWithIt() {
    assertThat(
            kit.jdbc.queryForList(
                """
                select conrelid::regclass::text from pg_constraint
                where confrelid = 'message'::regclass and contype = 'f' and confdeltype <> 'c'\
                """,
                String.class))
        .isSubsetOf("timeline", "transmission");
  }

  @Test
  void heldMessage_isKeptUntilItIsReleased() throws Exception {
    var id = ended();
    var holds = RetentionStores.holds(kit);
    holds.hold(id, "operator:betrieb", "Klage 4 K 12/26");
    kit.clock.advance(Duration.ofDays(20_000));
    run();
    assertThat(kit.count("part_chunk")).isEqualTo(2);

    holds.release(id, "operator:betrieb");
    run();

    assertThat(kit.count("part_chunk")).isZero();
  }

  @Test
  void hold_standsInTheTimeline() throws Exception {
    var id = ended();
    var holds = RetentionStores.holds(kit);

    holds.hold(id, "operator:betrieb", "Klage 4 K 12/26");
    holds.hold(id, "operator:betrieb", "again");
    holds.release(id, "operator:betrieb");
    holds.release(id, "operator:betrieb");

    var timeline = kit.store.timeline(id);
    assertThat(timeline.subList(timeline.size() - 2, timeline.size()))
        .extracting("event", "actor")
        .containsExactly(
            tuple(TimelineEvent.HELD, "operator:betrieb"),
            tuple(TimelineEvent.RELEASED, "operator:betrieb"));
  }

  @Test
  void ruleOfAStandard_countsForItsMessagesOnly() throws Exception {
    var bau = ended();
    kit.store.describe(bau, new Traits("xbau", "2.6", "0200", null, null, null, null));
    var other = ended();
    kit.clock.advance(Duration.ofDays(10));

    run(rule(null, "xbau", Duration.ofDays(10)));

    assertThat(isErased(bau)).isTrue();
    assertThat(isErased(other)).isFalse();
  }

  @Test
  void ruleOfATenant_countsForItsMessagesOnly() throws Exception {
    var mine = ended();
    var theirs = ended();
    kit.jdbc.update("update message set tenant = 'kreis' where id = ?", theirs.value());
    kit.clock.advance(Duration.ofDays(10));

    run(rule("kreis", null, Duration.ofDays(10)));

    assertThat(isErased(mine)).isFalse();
    assertThat(isErased(theirs)).isTrue();
  }

  @Test
  void tenantWhoseMessagesCannotBeErased_keepsNoOtherWaiting() throws Exception {
    kit.jdbc.execute(
        """
        create function refused() returns trigger language plpgsql as
          $$ begin raise exception 'refused'; end $$;
        create trigger refused before update on message for each row
          when (new.erased_at is not null and new.tenant = 'kreis') execute function refused()""");
    var first = ended();
    kit.jdbc.update("update message set tenant = 'amt'");
    var bad = ended();
    kit.jdbc.update("update message set tenant = 'kreis' where id = ?", bad.value());
    var last = ended();
    kit.clock.advance(Duration.ofDays(90));

    run();

    assertThat(isErased(first)).isTrue();
    assertThat(isErased(bad)).isFalse();
    assertThat(isErased(last)).isTrue();
  }

  @Test
  void report_tellsWhatWasErasedOfWhom() throws Exception {
    ended();
    ended();
    kit.clock.advance(Duration.ofDays(90));

    run();

    assertThat(report("stadt"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.kind()).isEqualTo(Erasure.Kind.CONTENT);
              assertThat(row.messages()).isEqualTo(2);
              assertThat(row.parts()).isEqualTo(4);
              assertThat(row.bytes()).isEqualTo(2008);
              assertThat(row.service()).isEqualTo("s");
              assertThat(row.before()).isEqualTo(MessageKit.NOON);
            });
    assertThat(report("kreis")).isEmpty();
  }

  @Test
  void batches_addUpInTheReport() throws Exception {
    for (var i = 0; i < 25; i++) {
      ended();
    }
    kit.clock.advance(Duration.ofDays(90));

    run();

    assertThat(report("stadt")).singleElement().extracting("messages").isEqualTo(25L);
  }

  @Test
  void runThatIsStopped_isTakenUpByTheNext() throws Exception {
    for (var i = 0; i < 25; i++) {
      ended();
    }
    kit.clock.advance(Duration.ofDays(90));

    run(() -> true);
    assertThat(kit.count("part_chunk")).isEqualTo(30);
    run();

    assertThat(kit.count("part_chunk")).isZero();
    assertThat(report("stadt")).extracting("messages").containsExactlyInAnyOrder(10L, 15L);
  }

  @Test
  void oldEvents_areForgotten() throws Exception {
    kit.accept("<a/>");
    kit.clock.advance(Duration.ofDays(31));
    kit.accept("<b/>");

    run();

    assertThat(kit.count("event")).isOne();
  }

  @Test
  void oldEventsOfAWebhookThatIsNoMore_areForgotten() throws Exception {
    kit.accept("<a/>");
    kit.jdbc.update("update event set push_due_at = at");
    kit.clock.advance(Duration.ofDays(31));

    run();

    assertThat(kit.count("event")).isZero();
  }

  @Test
  void evidenceShorterThanContent_isRefusedAtStart() {
    assertThatThrownBy(() -> properties(Duration.ofDays(5), Duration.ofDays(4)))
        .extracting("code")
        .isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  private MessageId ended() throws Exception {
    MessageId id;
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.PAYLOAD, "Mustermann.xml", "text/xml", MessageKit.bytes("<a/>"));
      intake.add(
          PartRole.ATTACHMENT, ATTACHMENT, "application/pdf", MessageKit.bytes("x".repeat(1000)));
      id = intake.commit(MessageKit.message("key-" + kit.count("message"))).id();
    }
    kit.transmissions.open(id, TransmissionKind.DELIVERY, "amt");
    kit.store.move(id, MessageState.COMPLETED, Note.SYSTEM);
    return id;
  }

  private boolean isErased(MessageId id) {
    return kit.jdbc.queryForObject(
        "select erased_at is not null from message where id = ?", Boolean.class, id.value());
  }

  private List<Erasure> report(String tenant) {
    return RetentionStores.report(kit)
        .list(tenant, Instant.EPOCH, kit.clock.instant().plusSeconds(1), 100);
  }

  private static RetentionProperties.Rule rule(String tenant, String standard, Duration content) {
    return new RetentionProperties.Rule(tenant, standard, null, content, null);
  }

  private static RetentionProperties properties(
      Duration content, Duration evidence, RetentionProperties.Rule... rules) {
    return new RetentionProperties(
        content, evidence, Duration.ofDays(30), Duration.ofHours(1), 10, List.of(rules));
  }

  private void run(RetentionProperties.Rule... rules) {
    run(() -> false, rules);
  }

  private void run(BooleanSupplier stopping, RetentionProperties.Rule... rules) {
    new RetentionJob(
            RetentionStores.in(kit),
            RetentionStores.report(kit),
            RetentionStores.months(kit),
            LoadStores.in(kit),
            properties(Duration.ofDays(90), Duration.ofDays(3650), rules),
            kit.clock)
        .run(stopping);
  }
}
