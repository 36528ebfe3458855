package de.amtsbote.gateway.message;

import java.io.InputStream;
import java.util.Objects;

/** Reads a part chunk by chunk; holds one chunk in memory and no connection between two chunks. */
final class PartInputStream extends InputStream {

  private final PostgresParts rows;
  private final PartCipher cipher;
  private final MessageId id;
  private final int part;
  private final int chunkCount;
  private byte[] first;
  private byte[] plain = new byte[0];
  private int position;
  private int next;

  PartInputStream(
      PostgresParts rows,
      PartCipher cipher,
      MessageId id,
      int part,
      PostgresParts.Opening opening) {
    this.rows = rows;
    this.cipher = cipher;
    this.id = id;
    this.part = part;
    this.chunkCount = opening.chunkCount();
    this.first = opening.first();
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
      var held = next == 0 ? first : rows.chunk(id, part, next);
      if (held == null) {
        throw new GatewayException(
            ErrorCode.PART_DAMAGED,
            "message " + id + ", part " + part + ", chunk " + next + " is missing");
      }
      plain = cipher.open(part, next, next == chunkCount - 1, held);
      first = null;
      position = 0;
      next++;
    }
    return true;
  }
}
