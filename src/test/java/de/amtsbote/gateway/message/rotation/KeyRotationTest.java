package de.amtsbote.gateway.message.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

  @TempDir Path spool;

  private MessageKit kit;

  @BeforeEach
  void storeUnderTheFirstKey() throws IOException {
    kit = new MessageKit(spool);
    rotation(new TestKeys()).announce();
    kit.clock.advance(Duration.ofDays(1));
  }

  @Test
  void dataKeysOfAnOlderKey_areWrappedAnew() throws Exception {
    accept(3);

    assertThat(rotation(new TestKeys("second")).rewrap(() -> true))
        .containsExactly(new Rewrapped("test", "second", 3, 0, 0));

    assertThat(keysInUse()).containsOnly("second");
  }

  @Test
  void content_staysReadableAndUntouched() throws Exception {
    var id = kit.accept("<a>Inhalt</a>").id();
    var before = rowVersions();

    rotation(new TestKeys("second")).rewrap(() -> true);

    assertThat(content(id)).isEqualTo("<a>Inhalt</a>");
    assertThat(rowVersions()).isEqualTo(before);
  }

  @Test
  void nodeThatStillHasTheOlderKey_wrapsNothingBack() throws Exception {
    accept(2);
    rotation(new TestKeys("second")).rewrap(() -> true);

    assertThat(rotation(new TestKeys()).rewrap(() -> true)).isEmpty();

    assertThat(keysInUse()).containsOnly("second");
  }

  @Test
  void runThatWasStopped_isTakenUpByTheNext() throws Exception {
    accept(450);
    var rotation = rotation(new TestKeys("second"));

    assertThat(rotation.rewrap(() -> false))
        .containsExactly(new Rewrapped("test", "second", 200, 0, 250));
    assertThat(rotation.rewrap(() -> true))
        .containsExactly(new Rewrapped("test", "second", 250, 0, 0));
  }

  @Test
  void twoNodesAtOnce_doEachDataKeyOnce() throws Exception {
    accept(450);
    Supplier<Long> node =
        () ->
            rotation(new TestKeys("second")).rewrap(() -> true).stream()
                .mapToLong(Rewrapped::done)
                .sum();

    var one = CompletableFuture.supplyAsync(node);
    var other = CompletableFuture.supplyAsync(node);

    assertThat(one.get() + other.get()).isEqualTo(450);
    assertThat(keysInUse()).containsOnly("second");
  }

  @Test
  void damagedDataKey_isCountedAndLeft() throws Exception {
    accept(2);
    kit.jdbc.update(
        """
        update message set wrapped_key = decode(repeat('00', 40), 'hex')
        where id = (select min(id::text)::uuid from message)""");

    assertThat(rotation(new TestKeys("second")).rewrap(() -> true))
        .containsExactly(new Rewrapped("test", "second", 1, 1, 1));
  }

  @Test
  void keyThatTheRingLacks_isReported() throws Exception {
    accept(2);

    assertThat(rotation(new TestKeys("second", "test")).rewrap(() -> true))
        .containsExactly(new Rewrapped("test", "second", 0, 2, 2));
  }

  @Test
  void erasedMessage_needsNoKey() throws Exception {
    accept(1);
    kit.jdbc.update("update message set key_id = null, wrapped_key = null");

    assertThat(rotation(new TestKeys("second")).rewrap(() -> true)).isEmpty();
  }

  @Test
  void uses_tellWhatEachKeyProtects() throws Exception {
    accept(2);
    var rotation = rotation(new TestKeys("second"));
    rotation.announce();

    assertThat(rotation.uses())
        .containsExactly(
            new KeyUse("test", 2, MessageKit.NOON, MessageKit.NOON),
            new KeyUse("second", 0, kit.clock.instant(), kit.clock.instant()));
  }

  private KeyRotation rotation(TestKeys keys) {
    return new KeyRotation(kit.source, keys, kit.clock);
  }

  private void accept(int count) throws IOException {
    for (var i = 0; i < count; i++) {
      kit.accept("<a/>");
    }
  }

  private List<String> keysInUse() {
    return kit.jdbc.queryForList("select distinct key_id from message", String.class);
  }

  private List<String> rowVersions() {
    return kit.jdbc.queryForList("select xmin::text || ctid::text from part_chunk", String.class);
  }

  /** The store of the kit knows all keys of this JVM. */
  private String content(MessageId id) throws IOException {
    try (var content = kit.store.open(id, 0)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
