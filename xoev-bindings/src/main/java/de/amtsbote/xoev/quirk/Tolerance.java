package de.amtsbote.xoev.quirk;

import de.amtsbote.xoev.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * What came in, with the tolerated deviations set right.
 *
 * @param content the message as the standard wants it
 * @param tolerated what was set right, for the timeline
 */
public record Tolerance(Content content, Set<Quirk> tolerated) {

  private static final int SEEN = 256;

  public Tolerance {
    tolerated = Set.copyOf(tolerated);
  }

  /**
   * Applies the profile of a partner to a message of his. Without a deviation the content stays as
   * it is.
   *
   * @throws IOException when the message cannot be read
   */
  public static Tolerance of(Content content, QuirkProfile profile) throws IOException {
    var used = EnumSet.noneOf(Quirk.class);
    Content now = content;
    if (profile.has(Quirk.DOUBLE_BASE64) && looksLikeBase64(now)) {
      Content encoded = now;
      now = () -> Base64.getMimeDecoder().wrap(encoded.open());
      used.add(Quirk.DOUBLE_BASE64);
    }
    if (profile.has(Quirk.LEADING_BLANKS) && blanks(now) > 0) {
      Content padded = now;
      now = () -> withoutBlanks(padded);
      used.add(Quirk.LEADING_BLANKS);
    }
    return new Tolerance(now, used);
  }

  private static boolean looksLikeBase64(Content content) throws IOException {
    byte[] start = start(content);
    int letters = 0;
    for (byte b : start) {
      boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
      if (letter || b == '+' || b == '/' || b == '=') {
        letters++;
      } else if (b != '\r' && b != '\n') {
        return false;
      }
    }
    return letters > 0;
  }

  private static int blanks(Content content) throws IOException {
    byte[] start = start(content);
    int at = 0;
    while (at < start.length && start[at] <= ' ' && start[at] >= 0) {
      at++;
    }
    return at;
  }

  private static byte[] start(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return in.readNBytes(SEEN);
    }
  }

  private static InputStream withoutBlanks(Content content) throws IOException {
    var in = new BufferedInputStream(content.open());
    int next;
    do {
      in.mark(1);
      next = in.read();
    } while (next >= 0 && next <= ' ');
    in.reset();
    return in;
  }
}
