package de.amtsbote.xoev.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of ZIP files, to be put together in ways that no program writes. */
final class ZipParts {

  private static final int LINK_TO_ENTRY = 42;

  private ZipParts() {}

  /** One file: its entry, and its row in the table of contents. */
  record Packed(byte[] entry, byte[] row) {

    Packed at(int offset) {
      ByteBuffer moved = ByteBuffer.wrap(row.clone()).order(ByteOrder.LITTLE_ENDIAN);
      return new Packed(entry, moved.putInt(LINK_TO_ENTRY, offset).array());
    }
  }

  /** A stored file with one extra field, in its entry and in its row. */
  static Packed withField(String name, String text, int id, byte[] data) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    ZipEntry entry = storedEntry(name, content);
    ByteBuffer field = ByteBuffer.allocate(4 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    // under an id that nobody knows: some of them are left out when they are written
    field.putShort((short) 0xBEEF).putShort((short) data.length).put(data);
    entry.setExtra(field.array());
    Packed packed = packed(entry, content);
    put(packed.entry, fieldInEntry(name), id);
    put(packed.row, fieldInRow(name), id);
    return packed;
  }

  static int fieldInEntry(String name) {
    return 30 + name.getBytes(StandardCharsets.UTF_8).length;
  }

  static int fieldInRow(String name) {
    return 46 + name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Overwrites two bytes. */
  static void put(byte[] bytes, int at, int value) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
  }

  static Packed deflated(String name, String text) throws IOException {
    return packed(new ZipEntry(name), text.getBytes(StandardCharsets.UTF_8));
  }

  static Packed stored(String name, String text) throws IOException {
    return stored(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Packed stored(String name, byte[] content) throws IOException {
    return packed(storedEntry(name, content), content);
  }

  private static ZipEntry storedEntry(String name, byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    return entry;
  }

  private static Packed packed(ZipEntry entry, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(entry);
      zip.write(content);
    }
    byte[] bytes = out.toByteArray();
    int end = bytes.length - 22;
    int table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
    return new Packed(Arrays.copyOfRange(bytes, 0, table), Arrays.copyOfRange(bytes, table, end));
  }

  static byte[] zip(byte[] entries, byte[]... rows) {
    byte[] table = joined(rows);
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054b50).putInt(0);
    end.putShort((short) rows.length).putShort((short) rows.length);
    end.putInt(table.length).putInt(entries.length).putShort((short) 0);
    return joined(entries, table, end.array());
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
