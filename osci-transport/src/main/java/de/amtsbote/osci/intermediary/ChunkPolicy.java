package de.amtsbote.osci.intermediary;

import java.time.Duration;

/**
 * Limits of chunked transfer (supplement "Effiziente Übertragung großer Datenmengen").
 *
 * @param smallest octets of a chunk that is not the last
 * @param largest octets of a chunk
 * @param message octets of all chunks together
 * @param client octets of all unfinished transfers of one client together
 * @param patience how long a transfer may stand still before its chunks are dropped
 */
public record ChunkPolicy(
    long smallest, long largest, long message, long client, Duration patience) {

  private static final long MIB = 1L << 20;

  /** Chunks of 1 to 50 MiB, 4 GiB together, 16 GiB per client, three days. */
  public static ChunkPolicy standard() {
    return new ChunkPolicy(MIB, 50 * MIB, 4096 * MIB, 16_384 * MIB, Duration.ofDays(3));
  }

  /** Into how many chunks a message may be cut: the last may be as small as it is, no other. */
  long mostChunks() {
    return message / Math.max(1, smallest) + 1;
  }
}
