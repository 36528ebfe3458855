package de.amtsbote.osci.xml;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Stands under the XML parser and leads the Base64 text of CipherValue and Base64Content past it:
 * the parser sees the start tag, then the end tag, and what stands between goes to a receiver as
 * octets. Nearly all octets of a large message are such text; decoding them to characters and back
 * again costs several times their cryptography.
 *
 * <p>It relies on the parser asking for more only when it has used up what it has. The text is
 * passed on between the events of the two tags, in order, and only as far as it is plain Base64;
 * anything else goes to the parser. Comments, CDATA, instructions and DTDs, in which a tag would
 * not be one, are refused here, and so are names, tags and entity references that the parser would
 * have to hold whole though they are longer than any honest one.
 */
final class Base64TextFilter extends BulkInput {

  /** Takes the text. */
  interface Receiver {
    void text(byte[] octets, int offset, int count) throws IOException;
  }

  private enum State {
    TEXT,
    TAG,
    QUOTED,
    ENTITY,
    LED_PAST
  }

  private static final int SIZE = 32 * 1024;
  private static final int MAX_NAME = 64;
  private static final String DECLARATION = "?xml ";
  private static final int MAX_RUN = 1024;
  private static final int MAX_TAG = 128 * 1024;
  private static final int MAX_ENTITY = 64;
  private static final Set<String> NAMES = Set.of("CipherValue", "Base64Content");
  private static final boolean[] PLAIN = plain();

  private final InputStream in;
  private final long limit;
  private final Receiver receiver;
  private final byte[] buffer = new byte[SIZE];
  private final byte[] name = new byte[MAX_NAME];
  private int position;
  private int filled;
  private long total;
  private State state = State.TEXT;
  private byte quote;
  private byte last;
  private int tagLength;
  private int runLength;
  private boolean anyTag;
  private boolean declaration;
  private int nameLength;
  private boolean nameEnded;

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
    if (state == State.LED_PAST) {
      leadPast();
    }
    if (position == filled && !fill()) {
      return -1;
    }
    int end = markup(Math.min(filled, position + count));
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
    state = State.TEXT;
  }

  /** Follows the markup up to the limit, or to the end of a start tag before such a text. */
  private int markup(int end) throws OsciException {
    int at = position;
    while (at < end) {
      byte octet = buffer[at++];
      switch (state) {
        case TEXT -> text(octet);
        case ENTITY -> entity(octet);
        case QUOTED -> quoted(octet);
        default -> {
          tag(octet);
          if (state == State.LED_PAST) {
            return at;
          }
        }
      }
    }
    return at;
  }

  private void text(byte octet) {
    if (octet == '<') {
      state = State.TAG;
      nameLength = 0;
      nameEnded = false;
      tagLength = 0;
      runLength = 0;
      last = octet;
    } else if (octet == '&') {
      state = State.ENTITY;
      runLength = 0;
    }
  }

  private void entity(byte octet) throws OsciException {
    if (octet == ';') {
      state = State.TEXT;
    } else if (octet == '<' || ++runLength > MAX_ENTITY) {
      throw new OsciException(Rule.XML_MALFORMED, "entity reference without an end");
    }
  }

  private void quoted(byte octet) throws OsciException {
    count();
    if (octet == quote) {
      state = State.TAG;
      runLength = 0;
      last = octet;
    } else if (octet == '&') {
      runLength = 1;
    } else if (octet == ';') {
      runLength = 0;
    } else if (runLength > 0 && ++runLength > MAX_ENTITY) {
      throw new OsciException(Rule.XML_MALFORMED, "entity reference without an end");
    }
  }

  private void count() throws OsciException {
    if (++tagLength > MAX_TAG) {
      throw new OsciException(Rule.XML_LIMIT, "tag is too long");
    }
  }

  private void tag(byte octet) throws OsciException {
    count();
    if (octet == '>') {
      anyTag = true;
      state = last != '/' && isName() ? State.LED_PAST : State.TEXT;
      return;
    }
    if (!isTagOrDeclaration(octet)) {
      throw new OsciException(Rule.XML_FORBIDDEN, null);
    }
    if (octet == '"' || octet == '\'') {
      quote = octet;
      state = State.QUOTED;
      runLength = 0;
    } else if (octet == ' ' || octet == '\n' || octet == '\t' || octet == '\r') {
      nameEnded = true;
      runLength = 0;
    } else if (++runLength > MAX_RUN) {
      throw new OsciException(Rule.XML_LIMIT, "name is too long");
    } else if (!nameEnded && nameLength < MAX_NAME) {
      name[nameLength++] = octet;
    }
    last = octet;
  }

  /** Behind an opening bracket: a name, or {@code ?xml} at the very beginning. */
  private boolean isTagOrDeclaration(byte octet) {
    if (tagLength == 1) {
      declaration = octet == '?';
      return octet != '!' && !(declaration && anyTag);
    }
    return !declaration
        || tagLength > DECLARATION.length()
        || DECLARATION.charAt(tagLength - 1) == octet;
  }

  private boolean isName() {
    String qualified = new String(name, 0, nameLength, StandardCharsets.ISO_8859_1);
    return NAMES.contains(qualified.substring(qualified.indexOf(':') + 1));
  }
}
