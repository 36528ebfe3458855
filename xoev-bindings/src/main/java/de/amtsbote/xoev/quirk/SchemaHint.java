package de.amtsbote.xoev.quirk;

import de.amtsbote.xoev.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes {@code xsi:schemaLocation} onto the root of an outgoing message, for partners that insist
 * on it.
 */
public final class SchemaHint {

  private static final int HEAD = 64 << 10;

  private SchemaHint() {}

  /**
   * The message with the hint; unchanged when its root has one. Must not be used on messages that
   * are signed inside.
   *
   * @param location pairs of namespace and location, as the partner wants them
   * @throws IOException when the message has no root element within its first 64 KiB
   */
  public static Content on(Content message, String location) throws IOException {
    byte[] head;
    try (InputStream in = message.open()) {
      head = in.readNBytes(HEAD);
    }
    int name = rootNameEnd(head);
    String tag = new String(head, name, tagEnd(head, name) - name, StandardCharsets.ISO_8859_1);
    if (tag.contains("schemaLocation")) {
      return message;
    }
    String hint =
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
            + location.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
            + "\"";
    String written = tag.contains("xmlns:xsi=") ? hint.substring(hint.indexOf(" xsi:")) : hint;
    return () -> inserted(message, name, written);
  }

  private static InputStream inserted(Content message, int at, String hint) throws IOException {
    InputStream rest = message.open();
    var start = new ByteArrayInputStream(rest.readNBytes(at));
    var middle = new ByteArrayInputStream(hint.getBytes(StandardCharsets.UTF_8));
    return new SequenceInputStream(new SequenceInputStream(start, middle), rest);
  }

  private static int rootNameEnd(byte[] head) throws IOException {
    int at = 0;
    while (at + 1 < head.length) {
      if (head[at] == '<' && head[at + 1] == '!') {
        at = after(head, at, "-->");
      } else if (head[at] == '<' && head[at + 1] == '?') {
        at = after(head, at, "?>");
      } else if (head[at] == '<') {
        int end = at + 1;
        while (end < head.length && head[end] > ' ' && head[end] != '>' && head[end] != '/') {
          end++;
        }
        return end;
      } else {
        at++;
      }
    }
    throw new IOException("no root element at the start of the message");
  }

  private static int after(byte[] head, int from, String mark) {
    int found = new String(head, StandardCharsets.ISO_8859_1).indexOf(mark, from);
    return found < 0 ? head.length : found + mark.length();
  }

  private static int tagEnd(byte[] head, int from) {
    int at = from;
    while (at < head.length && head[at] != '>') {
      at++;
    }
    return at;
  }
}
