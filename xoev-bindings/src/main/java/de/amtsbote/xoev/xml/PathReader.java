package de.amtsbote.xoev.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads values at the start of a message, and no further than it has to. Namespaces of children do
 * not matter, because standards differ in qualifying them.
 */
public final class PathReader implements AutoCloseable {

  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_TEXT = 4_096;

  /** The start of the message is refused: a document type declaration. */
  public static final class Refused extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    Refused(XMLStreamReader at) {
      super("document type declaration", at.getLocation());
    }
  }

  private final InputStream in;
  private final XMLStreamReader reader;
  private final QName root;
  private final Map<String, String> rootAttributes = new HashMap<>();
  private boolean ended;

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
        throw new Refused(reader);
      }
    }
    this.root = reader.getName();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      rootAttributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
  }

  /** Name of the root element. */
  public QName root() {
    return root;
  }

  /** An attribute of the root; empty when it is not there. */
  public String attribute(String name) {
    return rootAttributes.getOrDefault(name, "");
  }

  /** True when an element ended behind which nothing more is of interest. */
  public boolean hasEnded() {
    return ended;
  }

  /** Reads on from the root until an end is reached; may be called once. */
  public Map<String, String> read(Paths paths) throws XMLStreamException {
    Map<String, String> values = new HashMap<>();
    paths
        .attributes()
        .forEach(
            (name, path) -> {
              if (rootAttributes.containsKey(name)) {
                values.put(path, rootAttributes.get(name));
              }
            });
    List<Paths> open = new ArrayList<>();
    Paths current = paths;
    StringBuilder text = null;
    int skipped = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT:
          Paths child = skipped > 0 ? null : current.child(reader.getLocalName());
          if (child == null) {
            skipped++;
            break;
          }
          open.add(current);
          current = child;
          attributes(current, values);
          text = current.path() == null ? null : new StringBuilder();
          break;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA:
          if (text != null && skipped == 0 && text.length() < MOST_TEXT) {
            text.append(reader.getText());
          }
          break;
        case XMLStreamConstants.END_ELEMENT:
          if (skipped > 0) {
            skipped--;
            break;
          }
          if (text != null) {
            values.putIfAbsent(current.path(), text.toString().strip());
            text = null;
          }
          if (open.isEmpty() || current.isEnd()) {
            ended = current.isEnd();
            return values;
          }
          current = open.remove(open.size() - 1);
          break;
        default:
          break;
      }
    }
    return values;
  }

  private void attributes(Paths at, Map<String, String> values) {
    if (!at.attributes().isEmpty()) {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        String path = at.attributes().get(reader.getAttributeLocalName(i));
        if (path != null) {
          values.putIfAbsent(path, reader.getAttributeValue(i));
        }
      }
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
