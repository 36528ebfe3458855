package de.amtsbote.xoev.container;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** Which names files in a container may have. */
final class EntryNames {

  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(zip|7z|rar|tar|gz|tgz|bz2|xz|zst|lzh|cab|jar|war|iso)");

  /** {@code <process id>_<message type>.xml}, the type ending in its number. */
  private static final Pattern MESSAGE = Pattern.compile("[^_]+_.*\\.[0-9]{4}\\.xml");

  /** What file systems take. */
  private static final int LONGEST = 255;

  private EntryNames() {}

  static boolean isMessage(String name) {
    return MESSAGE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  static boolean isArchive(String name) {
    return ARCHIVE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** One flat folder: no paths, no hidden files, nothing that a file system reads as more. */
  static boolean isPlain(String name) {
    boolean path = name.contains("/") || name.contains("\\") || name.contains(":");
    boolean odd = name.isBlank() || name.startsWith(".") || name.chars().anyMatch(c -> c < ' ');
    return !path && !odd;
  }

  static boolean isXml(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  /** Why an entry is not taken; null when it may be. */
  static String refusal(ZipEntry entry) {
    if (entry.isDirectory() || !isPlain(entry.getName())) {
      return "its name is no plain file name";
    }
    if (entry.getName().length() > LONGEST) {
      return "its name is longer than " + LONGEST + " characters";
    }
    return isArchive(entry.getName()) ? "an archive within the container" : null;
  }
}
