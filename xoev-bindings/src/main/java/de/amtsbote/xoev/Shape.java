package de.amtsbote.xoev;

import java.util.regex.Pattern;

/** Describes a value without telling it: how long it is and which kinds of characters it has. */
public final class Shape {

  private static final int SHOWN = 24;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:/#._+-]{1,150}");

  private Shape() {}

  /**
   * For example {@code 11 characters: Aaaaaa 9999}; letters become A and a, digits 9, others stay
   * in kind.
   */
  public static String of(CharSequence value) {
    int length = value.length();
    if (length == 0) {
      return "empty";
    }
    var shape = new StringBuilder();
    int shown = Math.min(length, SHOWN);
    for (int i = 0; i < shown; i++) {
      shape.append(kind(value.charAt(i)));
    }
    if (length > SHOWN) {
      shape.append('…');
    }
    return length + (length == 1 ? " character: " : " characters: ") + shape;
  }

  /** A technical name (URN, version, element) as it is, anything else as its shape. */
  public static String name(String value) {
    return NAME.matcher(value).matches() ? value : of(value);
  }

  /** Names a character by its code point, for example {@code U+0416}. */
  public static String codePoint(int codePoint) {
    return String.format("U+%04X", codePoint);
  }

  private static char kind(char c) {
    if (Character.isDigit(c)) {
      return '9';
    }
    if (Character.isUpperCase(c)) {
      return 'A';
    }
    if (Character.isLetter(c)) {
      return 'a';
    }
    if (Character.isWhitespace(c)) {
      return ' ';
    }
    return c > ' ' && c < 127 ? c : '?';
  }
}
