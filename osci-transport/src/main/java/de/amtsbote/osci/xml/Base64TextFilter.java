package de.amtsbote.osci.xml;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.BulkInput;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stands under the XML parser and leads the Base64 text of CipherValue and Base64Content past it:
 * the parser sees the start tag, then the end tag, and what stands between goes to a receiver as
 * octets. Nearly all octets of a large message are such text; decoding them to characters and back
 * again costs several times their cryptography.
 *
 * <p>It relies on the parser asking for more only when it has used up what it has. The text is
 * passed on between the events of the two tags, in order, and only as far as it is plain Base64;
 * anything else goes to the parser. What stands in comments and CDATA, where a tag is none, is told
 * apart by {@link Markers}, and {@link ShortestForm} sees to it that it looks the same to the
 * parser. Names, tags, comments and entity references that the parser would have to hold whole are
 * refused if they are longer than any honest one.
 */
final class Base64TextFilter extends BulkInput {

  /** Takes the text. */
  interface Receiver {
    void text(byte[] octets, int offset, int count) throws IOException;
  }

  private static final int SIZE = 32 * 1024;
  private static final boolean[] PLAIN = plain();

  private final InputStream in;
  private final long limit;
  private final Receiver receiver;
  private final Markers markers = new Markers();
  private final ShortestForm form = new ShortestForm();
  private final byte[] buffer = new byte[SIZE];
  private int position;
  private int filled;
  private long total;

  Base64TextFilter(InputStream in, long limit, Receiver receiver) {
    this.in = in;
    this.limit = limit;
    this.receiver = receiver;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[256];
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\n";
    for (char c : alphabet.toCharArray()) {
      plain[c] = true;
    }
    return plain;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (markers.beforeCodedText()) {
      leadPast();
    }
    if (position == filled && !fill()) {
      return -1;
    }
    int end = markers.follow(buffer, position, Math.min(filled, position + count));
    form.check(buffer, position, end);
    int taken = end - position;
    System.arraycopy(buffer, position, target, offset, taken);
    position = end;
    return taken;
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(buffer, 0, SIZE));
    total += filled;
    if (total > limit) {
      throw new OsciException(Rule.XML_LIMIT, "document is too large");
    }
    return filled > 0;
  }

  private void leadPast() throws IOException {
    boolean[] plain = PLAIN;
    while (position < filled || fill()) {
      int at = position;
      while (at < filled && plain[buffer[at] & 0xff]) {
        at++;
      }
      if (at > position) {
        receiver.text(buffer, position, at - position);
        position = at;
      }
      if (at < filled) {
        break;
      }
    }
    markers.afterCodedText();
  }
}
