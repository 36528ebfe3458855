package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies streams in pieces that suit the cryptography under them. */
public final class Streams {

  private static final int PIECE = 32 * 1024;

  private Streams() {}

  /** Copies all octets and counts them; closes neither. */
  public static long copy(InputStream in, OutputStream out) throws IOException {
    byte[] piece = new byte[PIECE];
    long total = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      out.write(piece, 0, read);
      total += read;
    }
    return total;
  }

  /** Copies no more octets than so many, and counts them; closes neither. */
  public static long copy(InputStream in, OutputStream out, long most) throws IOException {
    byte[] piece = new byte[PIECE];
    long total = 0;
    while (total < most) {
      int read = in.read(piece, 0, (int) Math.min(piece.length, most - total));
      if (read < 0) {
        break;
      }
      out.write(piece, 0, read);
      total += read;
    }
    return total;
  }
}
