package de.amtsbote.gateway.xta.v31;

/** Checks text that is Base64 while it passes, piece by piece (XML Schema 1.1 part 2, 3.3.16). */
final class Base64Form {

  private static final int GROUP = 4;
  private static final int MOST_PADDING = 2;

  private long digits;
  private int padding;
  private boolean broken;

  /** More of the text. */
  void add(char[] text, int start, int length) {
    for (var i = start; i < start + length; i++) {
      add(text[i]);
    }
  }

  private void add(char sign) {
    if (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t') {
      return;
    }
    if (sign == '=') {
      padding++;
    } else {
      broken |= padding > 0 || !isDigit(sign);
      digits++;
    }
  }

  private static boolean isDigit(char sign) {
    return sign >= 'A' && sign <= 'Z'
        || sign >= 'a' && sign <= 'z'
        || sign >= '0' && sign <= '9'
        || sign == '+'
        || sign == '/';
  }

  /** Whether all of it is Base64. */
  boolean isWhole() {
    return !broken && padding <= MOST_PADDING && (digits + padding) % GROUP == 0;
  }
}
