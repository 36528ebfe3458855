package de.amtsbote.gateway.entry.body;

import java.util.regex.Pattern;

/**
 * What callers may write into names, references and reasons, which stand in timelines, logs, mails
 * and pages: no control characters of any kind, no line ends, nothing that turns the direction of
 * what stands around it.
 */
public final class Readable {

  private static final Pattern UNREADABLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}"
              + "\\x{2066}-\\x{2069}\\x{feff}]");

  private Readable() {}

  /**
   * True when a text can be shown as it is.
   *
   * @param least fewest characters
   * @param most most characters
   */
  public static boolean is(String text, int least, int most) {
    return text.length() >= least && text.length() <= most && !UNREADABLE.matcher(text).find();
  }
}
