package de.amtsbote.gateway.message;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** Reads a part chunk by chunk; holds one chunk in memory and no connection between two chunks. */
final class PartInputStream extends InputStream {

  private final IntFunction<byte[]> chunks;
  private final PartCipher cipher;
  private final MessageId id;
  private final int part;
  private final int chunkCount;
  private byte[] plain = new byte[0];
  private int position;
  private int next;

  /**
   * A part.
   *
   * @param chunks gives each sealed chunk; null for one that is gone
   */
  PartInputStream(
      IntFunction<byte[]> chunks, PartCipher cipher, MessageId id, int part, int chunkCount) {
    this.chunks = chunks;
    this.cipher = cipher;
    this.id = id;
    this.part = part;
    this.chunkCount = chunkCount;
  }

  @Override
  public int read() {
    return hasMore() ? plain[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    var count = Math.min(length, plain.length - position);
    System.arraycopy(plain, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean hasMore() {
    while (position == plain.length) {
      if (next == chunkCount) {
        return false;
      }
      var held = chunks.apply(next);
      if (held == null) {
        throw new GatewayException(
            ErrorCode.PART_DAMAGED,
            "message " + id + ", part " + part + ", chunk " + next + " is missing");
      }
      plain = cipher.open(part, next, next == chunkCount - 1, held);
      position = 0;
      next++;
    }
    return true;
  }
}
