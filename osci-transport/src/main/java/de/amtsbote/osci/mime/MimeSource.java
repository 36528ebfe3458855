package de.amtsbote.osci.mime;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The buffer under a MIME reader: lines, and octets up to a delimiter. */
final class MimeSource {

  private static final int SIZE = 32 * 1024;
  private static final int MAX_LINE = 8 * 1024;

  private final InputStream in;
  private final long limit;
  private final byte[] buffer = new byte[SIZE];
  private final int[] skips = new int[256];
  private byte[] delimiter = new byte[0];
  private int position;
  private int filled;
  private long total;
  private boolean ended;

  MimeSource(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
  }

  void boundary(String boundary) {
    delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    Arrays.fill(skips, delimiter.length);
    for (int i = 0; i < delimiter.length - 1; i++) {
      skips[delimiter[i] & 0xff] = delimiter.length - 1 - i;
    }
  }

  /** Reads more octets behind what is unread; false at the end. */
  private boolean fill() throws OsciException {
    if (ended) {
      return false;
    }
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, filled - position);
      filled -= position;
      position = 0;
    }
    try {
      int read = in.read(buffer, filled, SIZE - filled);
      if (read < 0) {
        ended = true;
        return false;
      }
      filled += read;
      total += read;
      if (total > limit) {
        throw new OsciException(Rule.SIZE_LIMIT, null);
      }
      return true;
    } catch (OsciException e) {
      throw e;
    } catch (IOException e) {
      throw new OsciException(Rule.MIME_TRUNCATED, "the connection failed", e);
    }
  }

  /** Octets that were handed out or passed over so far. */
  long consumed() {
    return total - (filled - position);
  }

  /** The next line without its end. */
  String line() throws OsciException {
    String line = upToLineFeed();
    if (line == null) {
      throw new OsciException(Rule.MIME_TRUNCATED, "in a header");
    }
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /**
   * What follows a boundary in its line, which must end in CR LF unless it is the last: whatever
   * stands in lines without CR is not what the sender packed.
   */
  String boundaryTail() throws OsciException {
    String tail = upToLineFeed();
    boolean last = (tail == null ? rest() : tail).trim().equals("--");
    if (last) {
      position = tail == null ? filled : position;
      return "--";
    }
    if (tail == null) {
      throw new OsciException(Rule.MIME_TRUNCATED, "in a boundary");
    }
    if (!tail.endsWith("\r")) {
      throw new OsciException(Rule.MIME_MALFORMED, "boundary line that does not end in CR LF");
    }
    return tail.trim();
  }

  private String rest() {
    return new String(buffer, position, filled - position, StandardCharsets.UTF_8);
  }

  /** The next line without LF; null, and nothing is consumed, if there is none. */
  private String upToLineFeed() throws OsciException {
    int scanned = 0;
    while (true) {
      for (int i = position + scanned; i < filled; i++) {
        if (i - position > MAX_LINE) {
          throw new OsciException(Rule.MIME_LIMIT, "header line is too long");
        }
        if (buffer[i] == '\n') {
          String line = new String(buffer, position, i - position, StandardCharsets.UTF_8);
          position = i + 1;
          return line;
        }
      }
      scanned = filled - position;
      if (!fill()) {
        return null;
      }
    }
  }

  /** Whether the delimiter without its leading line end comes next; it is consumed then. */
  boolean takeBareDelimiter() throws OsciException {
    int length = delimiter.length - 2;
    while (filled - position < length && fill()) {
      continue;
    }
    if (filled - position < length
        || !Arrays.equals(buffer, position, position + length, delimiter, 2, delimiter.length)) {
      return false;
    }
    position += length;
    return true;
  }

  /** Reads octets before the delimiter; -1 when it is reached, which consumes it. */
  int read(byte[] target, int offset, int count) throws OsciException {
    while (true) {
      int found = find();
      int usable = found >= 0 ? found - position : filled - position - delimiter.length + 1;
      if (usable > 0) {
        int take = Math.min(count, usable);
        System.arraycopy(buffer, position, target, offset, take);
        position += take;
        return take;
      }
      if (found >= 0) {
        position += delimiter.length;
        return -1;
      }
      if (!fill()) {
        throw new OsciException(Rule.MIME_TRUNCATED, "in a part");
      }
    }
  }

  private int find() {
    int last = delimiter.length - 1;
    int at = position;
    while (at + last < filled) {
      byte tail = buffer[at + last];
      if (tail == delimiter[last] && Arrays.equals(buffer, at, at + last, delimiter, 0, last)) {
        return at;
      }
      at += skips[tail & 0xff];
    }
    return -1;
  }

  /** Reads what follows the end of the message, which must be white space. */
  void epilogue() throws OsciException {
    do {
      for (int i = position; i < filled; i++) {
        if (buffer[i] != '\r' && buffer[i] != '\n' && buffer[i] != ' ' && buffer[i] != '\t') {
          throw new OsciException(Rule.MIME_MALFORMED, "something follows the last part");
        }
      }
      position = filled;
    } while (fill());
  }
}
