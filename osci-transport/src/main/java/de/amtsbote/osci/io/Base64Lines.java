package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Base64 as OSCI messages write it: lines of 76 characters, LF between them, none at the end. */
public final class Base64Lines {

  private static final int LINE_OCTETS = 57;
  private static final int CHUNK = 512 * LINE_OCTETS;
  private static final byte[] LINE_END = {'\n'};
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, LINE_END);

  private Base64Lines() {}

  /** The lines of a few octets, such as a certificate. */
  public static String of(byte[] octets) {
    return LINES.encodeToString(octets);
  }

  /** Encodes a stream to its end. */
  public static void encode(InputStream in, OutputStream out) throws IOException {
    byte[] octets = new byte[CHUNK];
    byte[] text = new byte[(CHUNK / LINE_OCTETS) * 77];
    boolean first = true;
    int read = in.readNBytes(octets, 0, CHUNK);
    while (read > 0) {
      if (!first) {
        out.write(LINE_END);
      }
      first = false;
      if (read == CHUNK) {
        int written = LINES.encode(octets, text);
        out.write(text, 0, written);
      } else {
        out.write(LINES.encode(Arrays.copyOf(octets, read)));
      }
      read = in.readNBytes(octets, 0, CHUNK);
    }
  }
}
