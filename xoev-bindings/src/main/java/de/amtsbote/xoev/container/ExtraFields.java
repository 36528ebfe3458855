package de.amtsbote.xoev.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The extra fields of an entry, by which other programs name, measure or unpack it otherwise than
 * its header says. Those that say the same as the header are harmless.
 */
final class ExtraFields {

  private static final int LARGE = 0x0001;
  private static final int UNICODE_PATH = 0x7075;
  private static final int UNIX_KIND = 0x756E;

  /** Version and checksum stand before the name. */
  private static final int NAME_AT = 5;

  /** A checksum stands before the kind. */
  private static final int KIND_AT = 4;

  private ExtraFields() {}

  /**
   * Looks at all fields of an entry or of its row in the table of contents.
   *
   * @param number of the entry, for messages
   * @param shape what was found of it
   */
  static void check(byte[] fields, int number, String name, Shape shape) {
    ByteBuffer rest = ByteBuffer.wrap(fields).order(ByteOrder.LITTLE_ENDIAN);
    while (rest.remaining() >= 4) {
      int id = rest.getShort() & 0xFFFF;
      int size = rest.getShort() & 0xFFFF;
      if (size > rest.remaining()) {
        throw refused(number, "an extra field ends too early");
      }
      byte[] field = new byte[size];
      rest.get(field);
      if (id == UNICODE_PATH && !isNamed(field, name)) {
        throw refused(number, "an extra field gives it another name");
      }
      if (id == LARGE && !isSized(field, shape)) {
        throw refused(number, "an extra field says other sizes");
      }
      if (id == UNIX_KIND && field.length >= KIND_AT + 2) {
        int mode = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getShort(KIND_AT);
        requireFile(mode & 0xFFFF, number);
      }
    }
  }

  /** Neither a link nor anything else that is no file; the kind is told in the manner of Unix. */
  static void requireFile(int mode, int number) {
    int kind = mode & 0xF000;
    if (kind == 0xA000) {
      throw refused(number, "a link");
    }
    if (kind != 0 && kind != 0x8000) {
      throw refused(number, "no regular file");
    }
  }

  private static boolean isNamed(byte[] field, String name) {
    byte[] said = Arrays.copyOfRange(field, Math.min(NAME_AT, field.length), field.length);
    return Arrays.equals(said, name.getBytes(StandardCharsets.UTF_8));
  }

  /** Unpacked size, packed size and place; 0 where a writer did not know them yet. */
  private static boolean isSized(byte[] field, Shape shape) {
    long[] expected = {shape.size(), shape.packed(), shape.start()};
    ByteBuffer values = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < expected.length && values.remaining() >= Long.BYTES; i++) {
      long said = values.getLong();
      if (said != 0 && said != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static RuntimeException refused(int number, String why) {
    return ContainerScan.unsafe("entry " + number + ": " + why);
  }
}
