package de.amtsbote.gateway.fitconnect.jose;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/** One segment of a compact serialisation, up to the next dot or the end, decoded. */
final class Segment extends BlockInput {

  private static final int PIECE = 4 * 8 * 1024;

  private final BufferedInputStream in;
  private final byte[] text = new byte[PIECE];
  private byte[] octets = {};
  private int position;
  private boolean ended;

  Segment(BufferedInputStream in) {
    this.in = in;
  }

  /** The characters as they are; fewer than the most, unless the segment is too long. */
  static byte[] text(BufferedInputStream in, int most) throws IOException {
    var segment = new Segment(in);
    var length = segment.fill(Math.min(most, PIECE));
    if (!segment.ended) {
      throw new JoseException("a segment is too long");
    }
    return Arrays.copyOf(segment.text, length);
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    while (position == octets.length) {
      if (ended) {
        return -1;
      }
      decode();
    }
    var taken = Math.min(count, octets.length - position);
    System.arraycopy(octets, position, target, offset, taken);
    position += taken;
    return taken;
  }

  private void decode() throws IOException {
    var length = fill(PIECE);
    try {
      octets = Base64.getUrlDecoder().decode(Arrays.copyOf(text, length));
      position = 0;
    } catch (IllegalArgumentException e) {
      throw new JoseException("a segment is not base64url", e);
    }
  }

  /** Reads up to so many characters; the dot is read, but not kept. */
  private int fill(int most) throws IOException {
    var length = 0;
    while (length < most && !ended) {
      in.mark(most);
      var read = in.read(text, length, most - length);
      ended = read < 0;
      for (var i = length; i < length + read; i++) {
        if (text[i] == '.') {
          in.reset();
          in.skipNBytes(i - length + 1L);
          ended = true;
          return i;
        }
      }
      length += Math.max(read, 0);
    }
    return length;
  }
}
