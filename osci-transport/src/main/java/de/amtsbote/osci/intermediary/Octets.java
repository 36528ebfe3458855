package de.amtsbote.osci.intermediary;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads small values of any length, absent ones too. */
final class Octets {

  private Octets() {}

  /** Writes one value of a list. */
  interface Writer<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one value of a list. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static void write(DataOutputStream out, byte[] octets) throws IOException {
    out.writeInt(octets == null ? -1 : octets.length);
    if (octets != null) {
      out.write(octets);
    }
  }

  static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  static void writeText(DataOutputStream out, Object text) throws IOException {
    write(out, text == null ? null : text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static String readText(DataInputStream in) throws IOException {
    var octets = read(in);
    return octets == null ? null : new String(octets, StandardCharsets.UTF_8);
  }

  static <T> void writeAll(DataOutputStream out, List<T> values, Writer<T> writer)
      throws IOException {
    out.writeInt(values.size());
    for (var value : values) {
      writer.write(out, value);
    }
  }

  static <T> List<T> readAll(DataInputStream in, Reader<T> reader) throws IOException {
    int count = in.readInt();
    var values = new ArrayList<T>();
    for (int i = 0; i < count; i++) {
      values.add(reader.read(in));
    }
    return values;
  }
}
