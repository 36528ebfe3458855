package de.amtsbote.osci.xml;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.CountingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes once through an XML document and gives, to whoever taps an element, its canonical octets on
 * the way. Comments are passed over and CDATA is text, as in the canonical form. Refuses DTDs,
 * processing instructions, and an {@code Id} that occurs twice.
 */
public final class XmlCursor {

  private static final int MAX_IDS = 100_000;
  private static final int COST_OF_AN_ELEMENT = 32;

  private record Tap(int depth, OutputStream out) {}

  private final XMLStreamReader reader;
  private final CanonicalTags tags;
  private final TextOctets text = new TextOctets();
  private final List<Tap> taps = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final AtomicLong allowance;
  private int depth;
  private boolean ended;
  private Predicate<String> refused = id -> false;
  private Base64TextFilter.Receiver receiver = XmlCursor::requireWhiteSpace;
  private IOException receiverFailure;

  /** A cursor over a document of its own. */
  public XmlCursor(InputStream in, XmlLimits limits) throws OsciException {
    this(in, limits, Map.of(), new AtomicLong(limits.held()));
  }

  /** A cursor over one of several documents that share what they may hold in memory. */
  public XmlCursor(InputStream in, XmlLimits limits, AtomicLong allowance) throws OsciException {
    this(in, limits, Map.of(), allowance);
  }

  /** A cursor over an element as if it stood inside of these name space declarations. */
  public XmlCursor(InputStream in, XmlLimits limits, Map<String, String> outerNamespaces)
      throws OsciException {
    this(in, limits, outerNamespaces, new AtomicLong(limits.held()));
  }

  private XmlCursor(
      InputStream in, XmlLimits limits, Map<String, String> outerNamespaces, AtomicLong allowance)
      throws OsciException {
    this.allowance = allowance;
    tags = new CanonicalTags(outerNamespaces);
    try {
      reader = Xml.reader(new Base64TextFilter(in, limits.size(), this::ledPast), limits);
      String encoding = reader.getCharacterEncodingScheme();
      if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
        throw new OsciException(Rule.XML_MALFORMED, "encoding is not UTF-8");
      }
      if (reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
        throw new OsciException(Rule.XML_MALFORMED, "version is not 1.0");
      }
    } catch (XMLStreamException e) {
      throw XmlFailures.refused(e);
    }
  }

  /** Goes to the root element. */
  public void root() throws OsciException {
    while (step() != XMLStreamConstants.START_ELEMENT) {
      if (ended) {
        throw new OsciException(Rule.XML_MALFORMED, "no element");
      }
    }
  }

  /** Reads what follows the root element, which must be nothing. */
  public void finish() throws OsciException {
    while (!ended) {
      if (step() == XMLStreamConstants.START_ELEMENT) {
        throw new OsciException(Rule.XML_MALFORMED, "more than one root element");
      }
    }
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw XmlFailures.refused(e);
    }
  }

  /**
   * Goes to the next child of the element the caller is in; false at its end. Each child must have
   * been read to its end before.
   */
  public boolean nextChild() throws OsciException {
    receiver = XmlCursor::requireWhiteSpace;
    while (true) {
      switch (step()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (!reader.isWhiteSpace()) {
            throw new OsciException(Rule.STRUCTURE, "text between elements");
          }
        }
        default -> throw new OsciException(Rule.XML_MALFORMED, "unexpected end");
      }
    }
  }

  /** Reads the current element, which must have no children, and gives its text. */
  public String readText(int maxLength) throws OsciException {
    StringBuilder result = new StringBuilder();
    receiver =
        (octets, offset, count) -> {
          if (result.length() + count > maxLength) {
            throw new OsciException(Rule.XML_LIMIT, "text is too long");
          }
          result.append(new String(octets, offset, count, StandardCharsets.ISO_8859_1));
        };
    while (true) {
      int event = step();
      if (event == XMLStreamConstants.END_ELEMENT) {
        hold(result.length());
        return result.toString();
      }
      requireText(event);
      if (result.length() + reader.getTextLength() > maxLength) {
        throw new OsciException(Rule.XML_LIMIT, "text is too long");
      }
      result.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
  }

  /**
   * Reads the current element, which must have no children, and copies its text; gives the number
   * of octets of its canonical form, which has carriage returns in another form.
   */
  public long copyText(OutputStream out) throws OsciException, IOException {
    CountingOutput target = new CountingOutput(out);
    long escapes = 0;
    receiver = target::write;
    while (true) {
      int event = step();
      if (receiverFailure != null) {
        throw receiverFailure;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return target.count() + escapes;
      }
      requireText(event);
      if (taps.isEmpty()) {
        convertText();
      }
      byte[] plain = reader.getText().getBytes(StandardCharsets.UTF_8);
      target.write(plain, 0, plain.length);
      escapes += text.length() - plain.length;
    }
  }

  /** Text that went past the parser; what the receiver says against it is told after the event. */
  private void ledPast(byte[] octets, int offset, int count) throws IOException {
    for (Tap tap : taps) {
      tap.out().write(octets, offset, count);
    }
    if (receiverFailure == null) {
      try {
        receiver.text(octets, offset, count);
      } catch (OsciException e) {
        throw e;
      } catch (IOException e) {
        receiverFailure = e;
      }
    }
  }

  private static void requireWhiteSpace(byte[] octets, int offset, int count) throws OsciException {
    for (int i = offset; i < offset + count; i++) {
      if (octets[i] > ' ') {
        throw new OsciException(Rule.STRUCTURE, "text between elements");
      }
    }
  }

  private void requireText(int event) throws OsciException {
    if (event != XMLStreamConstants.CHARACTERS) {
      throw new OsciException(Rule.STRUCTURE, "text expected, element found");
    }
  }

  /** Refuses elements that carry such an {@code Id} from here on. */
  public void refuseIds(Predicate<String> names) {
    refused = names;
  }

  /** Reads the current element to its end without looking at it. */
  public void skip() throws OsciException {
    receiver = (octets, offset, count) -> {};
    int outer = depth - 1;
    while (depth > outer) {
      step();
    }
  }

  /** Reads the current element, which must be empty. */
  public void requireEmpty() throws OsciException {
    if (nextChild()) {
      throw new OsciException(Rule.STRUCTURE, "an empty element has children");
    }
  }

  /** Copies the canonical form of the current element, whole, while it is being read. */
  public void tap(OutputStream out) throws OsciException {
    send(out, tags.apexStart());
    taps.add(new Tap(depth, out));
  }

  /** Like {@link #tap}, but as it stands inside of the elements around it. */
  public void tapAsDescendant(OutputStream out) throws OsciException {
    send(out, tags.start());
    taps.add(new Tap(depth, out));
  }

  /** Local name of the current element. */
  public String localName() {
    return reader.getLocalName();
  }

  /** Name space of the current element; empty if it has none. */
  public String namespace() {
    String uri = reader.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** Whether the current element has this name. */
  public boolean is(String namespace, String localName) {
    return reader.getLocalName().equals(localName) && namespace().equals(namespace);
  }

  /** Refuses any other element. */
  public void require(String namespace, String localName) throws OsciException {
    if (!is(namespace, localName)) {
      throw new OsciException(Rule.STRUCTURE, localName + " expected, " + localName() + " found");
    }
  }

  /** Value of an attribute without name space; null if it is absent. */
  public String attribute(String localName) {
    return attribute("", localName);
  }

  /** Value of an attribute; null if it is absent. */
  public String attribute(String namespace, String localName) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String uri = reader.getAttributeNamespace(i);
      if (reader.getAttributeLocalName(i).equals(localName)
          && (uri == null ? "" : uri).equals(namespace)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  private int step() throws OsciException {
    try {
      while (true) {
        if (!reader.hasNext()) {
          ended = true;
          return XMLStreamConstants.END_DOCUMENT;
        }
        int event = reader.next();
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> {
            opened();
            return event;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            closed();
            return event;
          }
          case XMLStreamConstants.CHARACTERS -> {
            passText();
            return XMLStreamConstants.CHARACTERS;
          }
          case XMLStreamConstants.SPACE -> {
            if (depth > 0) {
              passText();
              return XMLStreamConstants.CHARACTERS;
            }
          }
          case XMLStreamConstants.END_DOCUMENT -> {
            ended = true;
            return event;
          }
          case XMLStreamConstants.COMMENT -> {
            // no part of the canonical form
          }
          default -> throw new OsciException(Rule.XML_FORBIDDEN, null);
        }
      }
    } catch (XMLStreamException e) {
      throw XmlFailures.refused(e);
    } catch (IllegalArgumentException e) {
      throw new OsciException(Rule.XML_MALFORMED, "illegal character", e);
    }
  }

  private void opened() throws OsciException {
    depth++;
    hold(COST_OF_AN_ELEMENT + reader.getLocalName().length());
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      hold(length(reader.getNamespacePrefix(i)) + length(reader.getNamespaceURI(i)));
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      hold(reader.getAttributeLocalName(i).length() + reader.getAttributeValue(i).length());
    }
    tags.open(reader);
    String id = attribute("Id");
    if (id != null && refused.test(id)) {
      throw new OsciException(Rule.STRUCTURE, "Id " + id + " is not for what is carried");
    }
    if (id != null && (!ids.add(id) || ids.size() > MAX_IDS)) {
      throw new OsciException(Rule.DUPLICATE_ID, id.length() > 200 ? null : id);
    }
    if (!taps.isEmpty()) {
      String start = tags.start();
      for (Tap tap : taps) {
        send(tap.out(), start);
      }
    }
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  private void hold(int characters) throws OsciException {
    if (allowance.addAndGet(-characters) < 0) {
      throw new OsciException(Rule.XML_LIMIT, "too much to be held in memory");
    }
  }

  private void closed() throws OsciException {
    if (!taps.isEmpty()) {
      String end = CanonicalTags.end(reader);
      for (Tap tap : taps) {
        send(tap.out(), end);
      }
      taps.removeIf(tap -> tap.depth() == depth);
    }
    tags.close();
    depth--;
  }

  private void passText() throws OsciException {
    if (taps.isEmpty()) {
      return;
    }
    convertText();
    try {
      for (Tap tap : taps) {
        tap.out().write(text.octets(), 0, text.length());
      }
    } catch (IOException e) {
      throw XmlFailures.asOsci(e);
    }
  }

  private void convertText() {
    text.convert(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private static void send(OutputStream out, String markup) throws OsciException {
    try {
      out.write(markup.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw XmlFailures.asOsci(e);
    }
  }
}
