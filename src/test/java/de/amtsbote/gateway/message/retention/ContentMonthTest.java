package de.amtsbote.gateway.message.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import de.amtsbote.gateway.message.MessageKit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentMonthTest {

  private static final LocalDate DAY = LocalDate.of(2031, 3, 15);

  @TempDir Path spool;

  private MessageKit kit;
  private ContentMonthStore months;
  private UUID stored;

  @BeforeEach
  void open() {
    kit = new MessageKit(spool);
    months = RetentionStores.months(kit);
  }

  @Test
  void comingMonths_haveTheirTables() {
    months.prepare(DAY, 2);

    assertThat(months.tables())
        .contains("part_chunk_2031_03", "part_chunk_2031_04", "part_chunk_2031_05");
  }

  @Test
  void preparingAgain_changesNothing() {
    months.prepare(DAY, 2);
    var before = months.tables();

    months.prepare(DAY, 2);

    assertThat(months.tables()).isEqualTo(before);
  }

  @Test
  void content_liesInTheMonthOfItsMessage() {
    months.prepare(DAY, 1);

    assertThat(tableOf(store("2031-03-01T00:00:00Z"))).isEqualTo("part_chunk_2031_03");
    assertThat(tableOf(store("2031-03-31T23:59:59.999Z"))).isEqualTo("part_chunk_2031_03");
    assertThat(tableOf(store("2031-04-01T00:00:00Z"))).isEqualTo("part_chunk_2031_04");
  }

  @Test
  void contentOfAMonthWithoutTable_isNotLost() {
    assertThat(tableOf(store("2040-01-01T00:00:00Z"))).isEqualTo("part_chunk_rest");
  }

  @Test
  void monthWhoseContentLiesElsewhere_isLeftThere() {
    store("2031-03-01T00:00:00Z");

    months.prepare(DAY, 1);

    assertThat(months.tables()).contains("part_chunk_2031_04").doesNotContain("part_chunk_2031_03");
  }

  @Test
  void emptyMonthGoneBy_isDropped() {
    months.prepare(DAY, 0);

    assertThat(months.dropEmpty(DAY.plusMonths(1))).contains("part_chunk_2031_03");

    assertThat(months.tables()).doesNotContain("part_chunk_2031_03");
  }

  @Test
  void presentMonth_isNotDropped() {
    months.prepare(DAY, 2);

    assertThat(months.dropEmpty(DAY))
        .doesNotContain("part_chunk_2031_03", "part_chunk_2031_04", "part_chunk_2031_05");
  }

  @Test
  void monthWithContent_isNotDropped() {
    months.prepare(DAY, 0);
    store("2031-03-10T00:00:00Z");

    assertThat(months.dropEmpty(DAY.plusMonths(1))).doesNotContain("part_chunk_2031_03");
  }

  @Test
  void monthThatIsReadNow_isDroppedLater() {
    months.prepare(DAY, 0);

    kit.transaction.executeWithoutResult(
        status -> {
          kit.jdbc.queryForList("select number from part_chunk");
          var other = new ContentMonthStore(kit.jdbc, kit.transaction);
          assertThat(CompletableFuture.supplyAsync(() -> other.dropEmpty(DAY.plusMonths(1))).join())
              .doesNotContain("part_chunk_2031_03");
        });

    assertThat(months.dropEmpty(DAY.plusMonths(1))).contains("part_chunk_2031_03");
  }

  @Test
  void contentThatIsWrittenNow_isNotHeldUpByANewMonth() {
    months.prepare(DAY, 0);

    kit.transaction.executeWithoutResult(
        status -> {
          storePart("2031-03-10T00:00:00Z");
          var other = new ContentMonthStore(kit.jdbc, kit.transaction);
          var preparing = CompletableFuture.runAsync(() -> other.prepare(DAY, 1));
          await().atMost(Duration.ofMinutes(1)).until(() -> preparing.isDone() || isWaitedFor());
          storeContent();
          preparing.join();
        });

    assertThat(kit.count("part_chunk_2031_03")).isOne();
    assertThat(months.tables()).doesNotContain("part_chunk_2031_04");
  }

  @Test
  void monthThatWasNotMadeWhileContentCame_isMadeLater() {
    kit.transaction.executeWithoutResult(
        status -> {
          storePart("2031-03-10T00:00:00Z");
          var other = new ContentMonthStore(kit.jdbc, kit.transaction);
          CompletableFuture.runAsync(() -> other.prepare(DAY, 1)).join();
        });

    months.prepare(DAY, 1);

    assertThat(months.tables()).contains("part_chunk_2031_03", "part_chunk_2031_04");
  }

  @Test
  void erasedPart_takesItsContentAlong() {
    months.prepare(DAY, 0);
    var id = store("2031-03-10T00:00:00Z");

    kit.jdbc.update("delete from part where message_id = ?", id);

    assertThat(kit.count("part_chunk_2031_03")).isZero();
  }

  private UUID store(String time) {
    var id = storePart(time);
    storeContent();
    return id;
  }

  private UUID storePart(String time) {
    stored = new TimeBasedEpochGenerator(new Random(7), new Fixed(time)).generate();
    kit.jdbc.update(
        """
        insert into message (id, tenant, entry_kind, entry_account, state, received_at, updated_at)
        values (?, 'stadt', 'REST', 'portal', 'RECEIVED', now(), now())""",
        stored);
    kit.jdbc.update(
        """
        insert into part (message_id, number, tenant, role, name, media_type, size, sha256,
          chunk_count) values (?, 0, 'stadt', 'PAYLOAD', 'payload', 'text/xml', 1, '\\x00', 1)""",
        stored);
    return stored;
  }

  private void storeContent() {
    kit.jdbc.update(
        "insert into part_chunk (message_id, part_number, number, content)"
            + " values (?, 0, 0, '\\x00')",
        stored);
  }

  private boolean isWaitedFor() {
    return kit.jdbc.queryForObject(
        "select exists (select 1 from pg_locks where not granted and database ="
            + " (select oid from pg_database where datname = current_database()))",
        Boolean.class);
  }

  private String tableOf(UUID id) {
    return kit.jdbc.queryForObject(
        "select tableoid::regclass::text from part_chunk where message_id = ?", String.class, id);
  }

  private static final class Fixed extends UUIDClock {

    private final Instant time;

    Fixed(String time) {
      this.time = Instant.parse(time);
    }

    @Override
    public long currentTimeMillis() {
      return time.toEpochMilli();
    }
  }
}
