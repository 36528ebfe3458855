package de.amtsbote.xoev.attachment;

import java.util.regex.Pattern;

/** Which file names a receiver can store without harm. */
final class FileNames {

  private static final int LONGEST = 255;
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /** An empty name is no name and does no harm. */
  static boolean isSafe(String name) {
    boolean plain =
        name.chars().noneMatch(c -> c < ' ' || c == 127 || "/\\:*?\"<>|".indexOf(c) >= 0);
    boolean visible = !name.startsWith(".") && !name.endsWith(".") && !name.endsWith(" ");
    boolean turned =
        name.chars().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    return plain
        && visible
        && !turned
        && name.length() <= LONGEST
        && !RESERVED.matcher(name).matches();
  }
}
