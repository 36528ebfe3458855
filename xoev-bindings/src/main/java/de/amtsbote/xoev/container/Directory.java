package de.amtsbote.xoev.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The table of contents at the end of a ZIP file. Other programs go by it, we go by the entries; a
 * file in which the two differ shows different people different contents and is refused.
 */
final class Directory {

  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_SIZE = 22;
  private static final int LARGE_END = 0x07064b50;
  private static final int LARGE_SIZE = 20;
  private static final int ENTRY_SIZE = 46;

  private final ByteBuffer bytes;
  private final long count;

  Directory(Tail tail) {
    this.bytes = tail.bytes();
    this.count = tail.count();
  }

  /**
   * Compares the table with the entries.
   *
   * @param entries what was read, by name
   * @param behind where the last entry ends; nothing may lie between it and the table
   */
  void check(Map<String, Shape> entries, long behind) {
    int end = end();
    int number = bytes.getShort(end + 10) & 0xFFFF;
    long size = unsigned(end + 12);
    long offset = unsigned(end + 16);
    long start = end - size;
    boolean inPlace =
        start >= 0 && offset == behind && offset + size == count - (bytes.limit() - end);
    if (number != entries.size() || !inPlace) {
      throw ContainerScan.unsafe("the table of contents does not fit the entries");
    }
    Map<String, Shape> listed = listed((int) start, end);
    if (!listed.keySet().equals(entries.keySet())) {
      throw ContainerScan.unsafe("the table of contents names other entries");
    }
    if (entries.entrySet().stream().anyMatch(e -> e.getValue().size() != size(listed, e))) {
      throw ContainerScan.unsafe("the table of contents says other sizes");
    }
    if (!listed.equals(entries)) {
      throw ContainerScan.unsafe("the table of contents leads to other bytes");
    }
  }

  private static long size(Map<String, Shape> listed, Map.Entry<String, Shape> entry) {
    return listed.get(entry.getKey()).size();
  }

  /** The end of a larger table, which some programs go by, would stand right before this one. */
  private int end() {
    for (int at = bytes.limit() - END_SIZE; at >= 0; at--) {
      if (bytes.getInt(at) == END) {
        int comment = bytes.getShort(at + 20) & 0xFFFF;
        boolean large = at >= LARGE_SIZE && bytes.getInt(at - LARGE_SIZE) == LARGE_END;
        if (at + END_SIZE + comment == bytes.limit() && !large) {
          return at;
        }
        throw ContainerScan.unsafe("the table of contents can be read in two ways");
      }
    }
    throw ContainerScan.unsafe("no table of contents");
  }

  private Map<String, Shape> listed(int start, int end) {
    var listed = new HashMap<String, Shape>();
    int at = start;
    while (at + ENTRY_SIZE <= end && bytes.getInt(at) == ENTRY) {
      int name = bytes.getShort(at + 28) & 0xFFFF;
      int extra = bytes.getShort(at + 30) & 0xFFFF;
      int comment = bytes.getShort(at + 32) & 0xFFFF;
      if (at + ENTRY_SIZE + name + extra > end) {
        break;
      }
      String text = new String(part(at + ENTRY_SIZE, name), StandardCharsets.UTF_8);
      Shape shape = shape(at);
      if (listed.put(text, shape) != null) {
        throw ContainerScan.unsafe("the table of contents names an entry twice");
      }
      // whatever system the row is said to come from: programs differ in whom they believe
      ExtraFields.requireFile(bytes.getShort(at + 40) & 0xFFFF, listed.size());
      ExtraFields.check(part(at + ENTRY_SIZE + name, extra), listed.size(), text, shape);
      at += ENTRY_SIZE + name + extra + comment;
    }
    if (at != end) {
      throw ContainerScan.unsafe("the table of contents does not fit the entries");
    }
    return listed;
  }

  private byte[] part(int at, int length) {
    byte[] part = new byte[length];
    bytes.get(at, part);
    return part;
  }

  private Shape shape(int at) {
    return new Shape(
        unsigned(at + 42),
        bytes.getShort(at + 10),
        unsigned(at + 16),
        unsigned(at + 20),
        unsigned(at + 24));
  }

  private long unsigned(int at) {
    return bytes.getInt(at) & 0xFFFFFFFFL;
  }
}
