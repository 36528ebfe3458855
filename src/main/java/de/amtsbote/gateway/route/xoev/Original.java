package de.amtsbote.gateway.route.xoev;

import de.amtsbote.xoev.Content;
import java.io.IOException;

/** The rejected message within its rejection. */
final class Original {

  /** What an answer may carry: as base64 it stays below the limit of one text. */
  private static final int MOST_BYTES = 8 << 20;

  private Original() {}

  static boolean isSmallEnough(Content message) throws IOException {
    try (var in = message.open()) {
      var buffer = new byte[16 << 10];
      var size = 0L;
      for (var n = in.read(buffer); n >= 0 && size <= MOST_BYTES; n = in.read(buffer)) {
        size += n;
      }
      return size <= MOST_BYTES;
    }
  }
}
