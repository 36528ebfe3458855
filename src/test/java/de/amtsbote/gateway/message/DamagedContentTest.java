package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can write to the database cannot change content unnoticed. */
class DamagedContentTest {

  @TempDir static Path spool;
  static MessageKit kit;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
  }

  @Test
  void changedByte_isNoticed() throws IOException {
    var id = threeChunks();
    kit.jdbc.update(
        """
        update part_chunk set content = set_byte(content, 5, get_byte(content, 5) # 1)
        where message_id = ? and number = 1""",
        id.value());

    assertDamaged(id);
  }

  @Test
  void exchangedChunks_areNoticed() throws IOException {
    var id = threeChunks();
    number(id, 0, 9);
    number(id, 1, 0);
    number(id, 9, 1);

    assertDamaged(id);
  }

  @Test
  void missingChunk_isNoticed() throws IOException {
    var id = threeChunks();
    kit.jdbc.update("delete from part_chunk where message_id = ? and number = 1", id.value());

    assertDamaged(id);
  }

  @Test
  void cutOffEnd_isNoticed() throws IOException {
    var id = threeChunks();
    kit.jdbc.update("delete from part_chunk where message_id = ? and number = 2", id.value());
    kit.jdbc.update("update part set chunk_count = 2 where message_id = ?", id.value());

    assertDamaged(id);
  }

  @Test
  void chunkOfAnotherMessage_isNoticed() throws IOException {
    var id = threeChunks();
    var other = threeChunks();
    kit.jdbc.update(
        """
        update part_chunk set content = (
          select content from part_chunk where message_id = ? and number = 0)
        where message_id = ? and number = 0""",
        other.value(),
        id.value());

    assertDamaged(id);
  }

  @Test
  void keyAndContentOfAnotherMessage_areNoticed() throws IOException {
    var id = threeChunks();
    var other = threeChunks();
    kit.jdbc.update(
        """
        update part_chunk c set content = (select content from part_chunk o
          where o.message_id = ? and o.number = c.number) where message_id = ?""",
        other.value(),
        id.value());
    kit.jdbc.update(
        """
        update message set wrapped_key = (select wrapped_key from message where id = ?)
        where id = ?""",
        other.value(),
        id.value());

    assertDamaged(id);
  }

  private static void number(MessageId id, int from, int to) {
    kit.jdbc.update(
        "update part_chunk set number = ? where message_id = ? and number = ?",
        to,
        id.value(),
        from);
  }

  private static void assertDamaged(MessageId id) throws IOException {
    try (var content = kit.store.open(id, 0)) {
      assertThatThrownBy(content::readAllBytes)
          .isInstanceOf(GatewayException.class)
          .extracting("code")
          .isEqualTo(ErrorCode.PART_DAMAGED);
    }
  }

  private static MessageId threeChunks() throws IOException {
    var plain = new byte[3 * PartCipher.CHUNK_SIZE];
    new Random(3).nextBytes(plain);
    try (var intake = kit.store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", new ByteArrayInputStream(plain));
      return intake.commit(MessageKit.message(null)).id();
    }
  }
}
