package de.amtsbote.xoev.container;

import de.amtsbote.xoev.Attachment;
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
  private static final int ENTRY_SIZE = 46;
  private static final int LINK = 0xA000;
  private static final int FILE_TYPE = 0xF000;

  private final ByteBuffer bytes;
  private final long count;

  Directory(Tail tail) {
    this.bytes = tail.bytes();
    this.count = tail.count();
  }

  void check(Map<String, Attachment> entries) {
    int end = end();
    int number = bytes.getShort(end + 10) & 0xFFFF;
    long size = bytes.getInt(end + 12) & 0xFFFFFFFFL;
    long offset = bytes.getInt(end + 16) & 0xFFFFFFFFL;
    long start = end - size;
    boolean inPlace = start >= 0 && offset + size == count - (bytes.limit() - end);
    if (number != entries.size() || !inPlace) {
      throw ContainerScan.unsafe("the table of contents does not fit the entries");
    }
    Map<String, Long> sizes = sizes((int) start, end);
    if (!sizes.keySet().equals(entries.keySet())) {
      throw ContainerScan.unsafe("the table of contents names other entries");
    }
    if (entries.entrySet().stream().anyMatch(e -> e.getValue().size() != sizes.get(e.getKey()))) {
      throw ContainerScan.unsafe("the table of contents says other sizes");
    }
  }

  private int end() {
    for (int at = bytes.limit() - END_SIZE; at >= 0; at--) {
      if (bytes.getInt(at) == END) {
        int comment = bytes.getShort(at + 20) & 0xFFFF;
        if (at + END_SIZE + comment == bytes.limit()) {
          return at;
        }
      }
    }
    throw ContainerScan.unsafe("no table of contents");
  }

  private Map<String, Long> sizes(int start, int end) {
    var sizes = new HashMap<String, Long>();
    int at = start;
    while (at + ENTRY_SIZE <= end && bytes.getInt(at) == ENTRY) {
      int name = bytes.getShort(at + 28) & 0xFFFF;
      int rest = (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
      boolean unix = (bytes.getShort(at + 4) & 0xFF00) == 0x0300;
      int mode = bytes.getShort(at + 40) & 0xFFFF;
      if (at + ENTRY_SIZE + name > end) {
        break;
      }
      byte[] text = new byte[name];
      bytes.get(at + ENTRY_SIZE, text);
      String file = new String(text, StandardCharsets.UTF_8);
      sizes.put(file, bytes.getInt(at + 24) & 0xFFFFFFFFL);
      if (unix && (mode & FILE_TYPE) == LINK) {
        throw ContainerScan.unsafe("entry " + sizes.size() + ": a link");
      }
      at += ENTRY_SIZE + name + rest;
    }
    return sizes;
  }
}
