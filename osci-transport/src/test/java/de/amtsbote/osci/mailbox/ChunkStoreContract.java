package de.amtsbote.osci.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ChunkStore} must do; each implementation extends this class. */
public abstract class ChunkStoreContract {

  private static final Instant T0 = Instant.parse("2026-11-23T09:00:00Z");

  private ChunkStore store;

  /** An empty store. */
  protected abstract ChunkStore createStore();

  @BeforeEach
  void open() {
    store = createStore();
  }

  private boolean put(String transfer, long number, String text) {
    return store.put(transfer, number, Octets.of("chunk", text), T0);
  }

  private String read(String transfer) throws IOException {
    try (var in = store.open(transfer)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String read(String transfer, long offset, long count) throws IOException {
    try (var in = store.open(transfer, offset, count)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void chunks_areJoinedByNumber() throws Exception {
    put("t", 2, "two");
    put("t", 10, "ten");
    put("t", 1, "one");

    assertThat(store.numbers("t")).containsExactly(1L, 2L, 10L);
    assertThat(store.size("t")).isEqualTo(9);
    assertThat(read("t")).isEqualTo("onetwoten");
  }

  @Test
  void chunkThatIsThere_isNotReplaced() throws Exception {
    put("t", 1, "first");

    assertThat(put("t", 1, "second")).isFalse();
    assertThat(read("t")).isEqualTo("first");
  }

  @Test
  void range_mayBeginAndEndInsideOfChunks() throws Exception {
    put("t", 1, "abc");
    put("t", 2, "defg");
    put("t", 3, "hij");

    assertThat(read("t", 0, 3)).isEqualTo("abc");
    assertThat(read("t", 2, 6)).isEqualTo("cdefgh");
    assertThat(read("t", 4, 2)).isEqualTo("ef");
    assertThat(read("t", 9, 1)).isEqualTo("j");
  }

  @Test
  void largeChunk_comesBackUnchanged() throws Exception {
    var octets = new byte[3_000_001];
    new Random(3).nextBytes(octets);
    store.put("t", 1, new Octets("chunk", octets), T0);

    try (var in = store.open("t")) {
      assertThat(in).hasBinaryContent(octets);
    }
    try (var in = store.open("t", 524_287, 1_048_579)) {
      var part = new byte[1_048_579];
      System.arraycopy(octets, 524_287, part, 0, part.length);
      assertThat(in).hasBinaryContent(part);
    }
  }

  @Test
  void unknownTransfer_isEmpty() throws Exception {
    assertThat(store.numbers("t")).isEmpty();
    assertThat(store.size("t")).isZero();
    assertThat(read("t")).isEmpty();
  }

  @Test
  void chunkThatCannotBeRead_isNotKept() {
    assertThatThrownBy(() -> store.put("t", 1, new Broken(), T0))
        .isInstanceOf(MailboxStoreException.class);
    assertThat(store.numbers("t")).isEmpty();
  }

  @Test
  void removedTransfer_isGone() throws Exception {
    put("t", 1, "one");
    put("u", 1, "other");

    store.remove("t");

    assertThat(store.numbers("t")).isEmpty();
    assertThat(read("u")).isEqualTo("other");
  }

  @Test
  void transfer_isPurgedByItsLastChunk() {
    put("old", 1, "one");
    put("young", 1, "one");
    store.put("young", 2, Octets.of("chunk", "two"), T0.plus(Duration.ofHours(2)));

    store.purge(T0.plus(Duration.ofHours(1)));

    assertThat(store.numbers("old")).isEmpty();
    assertThat(store.numbers("young")).containsExactly(1L, 2L);
  }

  @Test
  void transfersOfOneClient_areCountedTogether() {
    put("alice/1", 1, "12345");
    put("alice/2", 7, "123");
    put("alicea/3", 1, "1");
    put("bob/1", 1, "1");

    assertThat(store.held("alice/")).isEqualTo(8);
    assertThat(store.held("carol/")).isZero();
  }

  private record Broken() implements PartSource {

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public long length() {
      return 5;
    }

    @Override
    public InputStream open() throws IOException {
      throw new IOException("broken");
    }
  }
}
