package de.amtsbote.gateway.fitconnect.jose;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Reads octets as base64url without padding. */
final class Base64UrlInput extends BlockInput {

  private static final int PIECE = 3 * 8 * 1024;

  private final InputStream in;
  private byte[] text = {};
  private int position;

  Base64UrlInput(InputStream in) {
    this.in = in;
  }

  /** Characters that so many octets become. */
  static long length(long octets) {
    return (octets * 4 + 2) / 3;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (position == text.length) {
      text = Base64.getUrlEncoder().withoutPadding().encode(in.readNBytes(PIECE));
      position = 0;
      if (text.length == 0) {
        return -1;
      }
    }
    var taken = Math.min(count, text.length - position);
    System.arraycopy(text, position, target, offset, taken);
    position += taken;
    return taken;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
