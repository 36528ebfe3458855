package de.amtsbote.osci.client;

import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * When messages travel in chunks (supplement "Effiziente Übertragung großer Datenmengen"). A broken
 * connection then costs one chunk instead of the whole message.
 *
 * @param above octets of a message that still travels whole
 * @param size octets of a chunk, at least 1024; kept within what the intermediary announces
 * @param attempts how often each chunk is tried
 * @param pause between two attempts
 */
public record Chunking(long above, long size, int attempts, Duration pause) {

  /** Every message travels whole. */
  public static final Chunking NEVER =
      new Chunking(Long.MAX_VALUE, Long.MAX_VALUE, 1, Duration.ZERO);

  /** Refuses sizes that do not fit the protocol, which counts in KiB. */
  public Chunking {
    if (size < ChunkInformation.KIB || attempts < 1 || above < 0) {
      throw new IllegalArgumentException("A chunk has at least 1024 octets and one attempt");
    }
  }

  /** Chunks of one size, each tried five times. */
  public static Chunking of(long above, long size) {
    return new Chunking(above, size, 5, Duration.ofSeconds(2));
  }

  boolean applies() {
    return size < Long.MAX_VALUE;
  }

  /** The size of a chunk in KiB that a peer with these limits takes. */
  long sizeFor(FeatureDescription peer) {
    long kib = size / ChunkInformation.KIB;
    if (peer != null && peer.maxChunkSize() != null) {
      kib = Math.min(kib, inKib(peer.maxChunkSize()));
    }
    if (peer != null && peer.minChunkSize() != null) {
      kib = Math.max(kib, inKib(peer.minChunkSize()));
    }
    return kib;
  }

  /** The unit is not settled among peers; nobody means chunks of a gigabyte. */
  private static long inKib(long announced) {
    return announced >= ChunkInformation.KIB * ChunkInformation.KIB
        ? announced / ChunkInformation.KIB
        : announced;
  }

  /** Whether a peer takes chunks, but not these. */
  static boolean isUnfit(Feedback refusal) {
    return refusal.has(FeedbackCode.CHUNK_TOO_BIG)
        || refusal.has(FeedbackCode.CHUNK_TOO_SMALL)
        || refusal.has(FeedbackCode.CHUNK_INFORMATION_WRONG);
  }

  /** Waits before the next attempt. */
  void rest() throws InterruptedIOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted between two attempts");
    }
  }
}
