package de.amtsbote.osci.xml;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Follows the octets of an XML document as far as is needed to know where a tag ends: through tags
 * with their quoted values, comments and CDATA sections, which XML lets stand where SOAP forbids
 * only document type declarations and instructions. Those two are refused here.
 */
final class Markers {

  private enum State {
    TEXT,
    ENTITY,
    TAG,
    QUOTED,
    SPECIAL,
    COMMENT,
    CDATA,
    CODED
  }

  private static final int MAX_NAME = 64;
  private static final int MAX_RUN = 1024;
  private static final int MAX_TAG = 128 * 1024;
  private static final int MAX_ENTITY = 64;
  private static final String DECLARATION = "?xml ";
  private static final String COMMENT = "--";
  private static final String CDATA = "[CDATA[";
  private static final Set<String> CODED = Set.of("CipherValue", "Base64Content");

  private final byte[] name = new byte[MAX_NAME];
  private State state = State.TEXT;
  private String special;
  private byte quote;
  private byte last;
  private int tagLength;
  private int runLength;
  private int closing;
  private boolean anyTag;
  private boolean declaration;
  private int nameLength;
  private boolean nameEnded;

  /** Whether a start tag has just ended that Base64 text follows. */
  boolean beforeCodedText() {
    return state == State.CODED;
  }

  /** The text has been passed over. */
  void afterCodedText() {
    state = State.TEXT;
  }

  /** Follows the octets up to the end, or to the end of a start tag before coded text. */
  int follow(byte[] octets, int start, int end) throws OsciException {
    int at = start;
    while (at < end && state != State.CODED) {
      if (state == State.TEXT) {
        at = text(octets, at, end);
      } else if (state == State.QUOTED) {
        at = quoted(octets, at, end);
      } else {
        other(octets[at++]);
      }
    }
    return at;
  }

  private void other(byte octet) throws OsciException {
    switch (state) {
      case ENTITY -> entity(octet);
      case SPECIAL -> special(octet);
      case COMMENT -> comment(octet);
      case CDATA -> cdata(octet);
      default -> tag(octet);
    }
  }

  private int text(byte[] octets, int start, int end) {
    int at = start;
    while (at < end) {
      byte octet = octets[at++];
      if (octet == '<') {
        state = State.TAG;
        nameLength = 0;
        nameEnded = false;
        tagLength = 0;
        runLength = 0;
        last = octet;
        return at;
      }
      if (octet == '&') {
        state = State.ENTITY;
        runLength = 0;
        return at;
      }
    }
    return at;
  }

  private void entity(byte octet) throws OsciException {
    if (octet == ';') {
      state = State.TEXT;
    } else if (octet == '<' || ++runLength > MAX_ENTITY) {
      throw new OsciException(Rule.XML_MALFORMED, "entity reference without an end");
    }
  }

  private int quoted(byte[] octets, int start, int end) throws OsciException {
    int at = start;
    while (at < end) {
      byte octet = octets[at++];
      if (octet == quote) {
        state = State.TAG;
        runLength = 0;
        last = octet;
        break;
      }
      if (octet == '&') {
        runLength = 1;
      } else if (octet == ';') {
        runLength = 0;
      } else if (runLength > 0 && ++runLength > MAX_ENTITY) {
        throw new OsciException(Rule.XML_MALFORMED, "entity reference without an end");
      }
    }
    count(at - start);
    return at;
  }

  private void count(int octets) throws OsciException {
    tagLength += octets;
    if (tagLength > MAX_TAG) {
      throw new OsciException(Rule.XML_LIMIT, "tag or comment is too long");
    }
  }

  private void tag(byte octet) throws OsciException {
    count(1);
    if (octet == '>') {
      anyTag = true;
      state = isCoded() ? State.CODED : State.TEXT;
      return;
    }
    if (tagLength == 1 && octet == '!') {
      state = State.SPECIAL;
      special = null;
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
      return !(declaration && anyTag);
    }
    return !declaration
        || tagLength > DECLARATION.length()
        || DECLARATION.charAt(tagLength - 1) == octet;
  }

  /** Whether this is a start tag before Base64 text. */
  private boolean isCoded() {
    if (last == '/' || name[0] == '/') {
      return false;
    }
    String qualified = new String(name, 0, nameLength, StandardCharsets.ISO_8859_1);
    return CODED.contains(qualified.substring(qualified.indexOf(':') + 1));
  }

  /** Behind an exclamation mark: the start of a comment or a CDATA section, else a declaration. */
  private void special(byte octet) throws OsciException {
    if (special == null) {
      special = octet == '-' ? COMMENT : CDATA;
      runLength = 0;
    }
    if (special.charAt(runLength++) != octet) {
      throw new OsciException(Rule.XML_FORBIDDEN, null);
    }
    if (runLength == special.length()) {
      state = special.equals(COMMENT) ? State.COMMENT : State.CDATA;
      closing = 0;
    }
  }

  /** The parser holds a comment whole, so its length is that of a tag at most. */
  private void comment(byte octet) throws OsciException {
    count(1);
    ended(octet, (byte) '-');
  }

  private void cdata(byte octet) {
    ended(octet, (byte) ']');
  }

  private void ended(byte octet, byte mark) {
    if (octet == '>' && closing >= 2) {
      state = State.TEXT;
    } else {
      closing = octet == mark ? closing + 1 : 0;
    }
  }
}
