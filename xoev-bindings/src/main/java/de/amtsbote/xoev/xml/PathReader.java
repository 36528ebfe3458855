package de.amtsbote.xoev.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads values at the start of a message by paths of local names below the root, such as {@code
 * kopf/nummer} or {@code kopf/@version}, and no further than it has to. Namespaces of children do
 * not matter.
 */
public final class PathReader implements AutoCloseable {

  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_TEXT = 4_096;

  /** The start of the message is refused: a document type declaration, or too long. */
  public static final class Refused extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    Refused(String message, XMLStreamReader at) {
      super(message, at.getLocation());
    }
  }

  private final InputStream in;
  private final XMLStreamReader reader;
  private final QName root;
  private final Map<String, String> values = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();

  /**
   * Reads up to the first start tag.
   *
   * @throws XMLStreamException when it is no XML; {@link Refused} for a document type declaration
   */
  public PathReader(InputStream in) throws XMLStreamException {
    this.in = new BoundedStream(in, MOST_BYTES);
    this.reader = Xml.stream(this.in);
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new Refused("document type declaration", reader);
      }
    }
    this.root = reader.getName();
    attributes("");
  }

  /** Name of the root element. */
  public QName root() {
    return root;
  }

  /** Character encoding that the message is in, as far as it says; may be null. */
  public String encoding() {
    return reader.getCharacterEncodingScheme() == null
        ? reader.getEncoding()
        : reader.getCharacterEncodingScheme();
  }

  /** An attribute of the root; empty when it is not there. */
  public String attribute(String name) {
    return values.getOrDefault("@" + name, "");
  }

  /**
   * Reads on until {@code enough} holds for the path of an element that just ended, or the root's
   * children so far cannot contain more of what is wanted.
   *
   * @param wanted paths to keep
   * @param enough told the path of each element that ends; true stops
   */
  public Map<String, String> read(Set<String> wanted, Predicate<String> enough)
      throws XMLStreamException {
    StringBuilder text = null;
    String current = "";
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT:
          path.push(current);
          current =
              current.isEmpty() ? reader.getLocalName() : current + "/" + reader.getLocalName();
          attributes(current);
          text = wanted.contains(current) ? new StringBuilder() : null;
          break;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA:
          if (text != null && text.length() < MOST_TEXT) {
            text.append(reader.getText());
          }
          break;
        case XMLStreamConstants.END_ELEMENT:
          if (text != null) {
            values.putIfAbsent(current, text.toString().strip());
            text = null;
          }
          if (path.isEmpty() || enough.test(current)) {
            return values;
          }
          current = path.pop();
          break;
        default:
          break;
      }
    }
    return values;
  }

  private void attributes(String at) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String key = (at.isEmpty() ? "@" : at + "/@") + reader.getAttributeLocalName(i);
      values.putIfAbsent(key, reader.getAttributeValue(i));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException ignored) {
      // the stream below is closed in any case
    } finally {
      in.close();
    }
  }
}
