package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

  @TempDir static Path spool;
  static MessageKit kit;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
  }

  @BeforeEach
  void forgetWork() {
    kit.queued.clear();
  }

  @Test
  void receipt_namesStateTimeAndHashOfThePayload() throws IOException {
    var receipt = kit.accept("<a/>");

    assertThat(receipt.state()).isEqualTo(MessageState.RECEIVED);
    assertThat(receipt.receivedAt()).isEqualTo(MessageKit.NOON);
    assertThat(receipt.sha256())
        .isEqualTo("29114363f749a0226b6988dda3ca2492a954117ab6b5f382706c20300dabc079");
    assertThat(receipt.repeated()).isFalse();
  }

  @Test
  void ids_areUuidsOfVersionSeven() throws IOException {
    assertThat(kit.accept("<a/>").id().value().version()).isEqualTo(7);
  }

  @Test
  void storedMessage_hasItsWorkScheduled() throws IOException {
    var receipt = kit.accept("<a/>");

    assertThat(kit.queued).containsExactly(receipt.id());
  }

  @Test
  void storedMessage_isFoundWithItsParts() throws IOException {
    MessageId id;
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.ATTACHMENT, "plan.pdf", "application/pdf", MessageKit.bytes("%PDF"));
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", MessageKit.bytes("<a/>"));
      id = intake.commit(MessageKit.message(null)).id();
    }

    var message = kit.store.get(id);

    assertThat(message.payload()).map(Part::mediaType).contains("text/xml");
    assertThat(message.attachments())
        .singleElement()
        .isEqualTo(
            new Part(0, PartRole.ATTACHMENT, "plan.pdf", "application/pdf", 4, sha256("%PDF")));
    assertThat(message.traits().reader()).isEqualTo("r");
  }

  @Test
  void content_comesBackAsItWentIn() throws IOException {
    var plain = new byte[3 * PartCipher.CHUNK_SIZE + 17];
    new Random(1).nextBytes(plain);

    assertThat(roundTrip(plain)).isEqualTo(plain);
  }

  @Test
  void contentOfExactlyWholeChunks_comesBackAsItWentIn() throws IOException {
    var plain = new byte[2 * PartCipher.CHUNK_SIZE];
    new Random(2).nextBytes(plain);

    assertThat(roundTrip(plain)).isEqualTo(plain);
  }

  @Test
  void emptyAttachment_comesBackEmpty() throws IOException {
    MessageId id;
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", MessageKit.bytes("<a/>"));
      intake.add(PartRole.ATTACHMENT, "empty", "text/plain", InputStream.nullInputStream());
      id = intake.commit(MessageKit.message(null)).id();
    }

    try (var content = kit.store.open(id, 1)) {
      assertThat(content.readAllBytes()).isEmpty();
    }
  }

  @Test
  void content_isNotReadableInTheDatabase() throws IOException {
    var id = kit.accept("<name>Erika Mustermann</name>").id();

    var stored =
        kit.jdbc.queryForObject(
            "select content from part_chunk where message_id = ?", byte[].class, id.value());

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Mustermann");
  }

  @Test
  void largeMessage_leavesNoFileBehind() throws IOException {
    roundTrip(new byte[5 * 1024 * 1024]);

    try (var files = Files.list(spool)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void brokenStream_leavesNothingInTheStore() throws IOException {
    var before = kit.count("message");
    var broken =
        new InputStream() {
          private int left = 2 * 1024 * 1024;

          @Override
          public int read() throws IOException {
            if (left-- == 0) {
              throw new IOException("connection reset");
            }
            return 'x';
          }
        };

    try (var intake = kit.store.intake()) {
      assertThatThrownBy(() -> intake.add(PartRole.PAYLOAD, "payload", "text/xml", broken))
          .isInstanceOf(IOException.class);
    }

    assertThat(kit.count("message")).isEqualTo(before);
    try (var files = Files.list(spool)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void failingWorkQueue_leavesNothingInTheStore() throws IOException {
    var failing =
        new MessageKit(
            spool,
            (id, due) -> {
              throw new GatewayException(ErrorCode.DATABASE_UNAVAILABLE, "test");
            });

    assertThatThrownBy(() -> failing.accept("k", "<a/>")).isInstanceOf(GatewayException.class);

    for (var table : new String[] {"message", "part", "part_chunk", "timeline", "idempotency"}) {
      assertThat(failing.count(table)).as(table).isZero();
    }
  }

  @Test
  void messageWithoutPayload_isRefused() throws IOException {
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.ATTACHMENT, "a", "text/plain", MessageKit.bytes("a"));

      assertThatThrownBy(() -> intake.commit(MessageKit.message(null)))
          .extracting("code")
          .isEqualTo(ErrorCode.PAYLOAD_MISSING);
    }
  }

  @Test
  void duplicateSubmission_isAnsweredWithTheFirstReceipt() throws IOException {
    var first = kit.accept("key-1", "<a/>");

    var second = kit.accept("key-1", "<a/>");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.receivedAt()).isEqualTo(first.receivedAt());
    assertThat(second.sha256()).isEqualTo(first.sha256());
    assertThat(second.repeated()).isTrue();
    assertThat(kit.queued).containsExactly(first.id());
  }

  @Test
  void duplicatesWithoutEnd_makeNoTimelineWithoutEnd() throws IOException {
    var id = kit.accept("key-endless", "<a/>").id();
    kit.jdbc.update("update message set timeline_length = 1000 where id = ?", id.value());

    var receipt = kit.accept("key-endless", "<a/>");

    assertThat(receipt.repeated()).isTrue();
    assertThat(kit.store.timeline(id)).hasSize(1);
  }

  @Test
  void duplicateSubmission_standsInTheTimeline() throws IOException {
    var id = kit.accept("key-2", "<a/>").id();

    kit.accept("key-2", "<a/>");

    assertThat(kit.store.timeline(id))
        .extracting(TimelineEntry::event)
        .containsExactly(TimelineEvent.RECEIVED, TimelineEvent.DUPLICATE);
  }

  @Test
  void sameKeyWithOtherContent_isAConflictThatNamesTheFirstMessage() throws IOException {
    var first = kit.accept("key-3", "<a/>");

    assertThatThrownBy(() -> kit.accept("key-3", "<b/>"))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining(first.id().toString())
        .extracting("code")
        .isEqualTo(ErrorCode.IDEMPOTENCY_CONFLICT);
  }

  @Test
  void sameKeyAtTheSameTime_isStoredOnce() throws Exception {
    var before = kit.count("message");
    var barrier = new CyclicBarrier(4);
    Callable<Receipt> submission =
        () -> {
          barrier.await();
          return kit.accept("key-4", "<a/>");
        };
    var pool = Executors.newFixedThreadPool(4);
    try {
      var receipts =
          pool.invokeAll(Collections.nCopies(4, submission)).stream()
              .map(IntakeTest::done)
              .toList();

      assertThat(receipts).extracting(Receipt::id).containsOnly(receipts.get(0).id());
      assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
      assertThat(kit.count("message")).isEqualTo(before + 1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Receipt done(Future<Receipt> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] roundTrip(byte[] plain) throws IOException {
    MessageId id;
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", new ByteArrayInputStream(plain));
      id = intake.commit(MessageKit.message(null)).id();
    }
    try (var content = kit.store.open(id, 0)) {
      return content.readAllBytes();
    }
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
