package de.amtsbote.xoev.regex;

import java.util.Arrays;

/** A growing text that can be emptied and filled again without giving its memory back. */
public final class CharBlock implements CharSequence {

  private static final int KEPT = 1 << 16;

  private char[] chars = new char[256];
  private int length;

  /** Appends a piece. */
  public void append(char[] from, int start, int count) {
    if (length + count > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + count, chars.length * 2));
    }
    System.arraycopy(from, start, chars, length, count);
    length += count;
  }

  /** Makes it empty; a block that grew very large gives its memory back. */
  public void clear() {
    length = 0;
    if (chars.length > KEPT) {
      chars = new char[256];
    }
  }

  char[] array() {
    return chars;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
