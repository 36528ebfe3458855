package de.amtsbote.xoev.xml;

import de.amtsbote.xoev.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.LocationInfo;

/**
 * Reads values at the start of a message, and no further than it has to. Namespaces of children do
 * not matter, because standards differ in qualifying them.
 */
public final class PathReader implements AutoCloseable {

  private static final long MOST_BYTES = 1 << 20;

  /** The start of the message is refused: a document type declaration. */
  public static final class Refused extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    Refused(XMLStreamReader at) {
      super("document type declaration", at.getLocation());
    }
  }

  /** What is looked for does not come within the limit. */
  public static final class TooLate extends XMLStreamException {
    private static final long serialVersionUID = 1L;
    private final String path;
    private final String expected;

    TooLate(XMLStreamReader at, String path, BoundedStream.TooLong cause) {
      super(cause.getMessage(), at.getLocation(), cause);
      this.path = path;
      this.expected = cause.expected();
    }

    /** The root element, empty when not even that came. */
    public String path() {
      return path;
    }

    /** The limit in words. */
    public String expected() {
      return expected;
    }
  }

  private final InputStream in;
  private final XMLStreamReader reader;
  private final QName root;
  private final Location rootAt;
  private final Map<String, String> rootAttributes = new HashMap<>();
  private boolean ended;

  /**
   * Reads up to the first start tag.
   *
   * @throws XMLStreamException when it is no XML; {@link Refused} for a document type declaration
   */
  public PathReader(InputStream in) throws XMLStreamException {
    this.in = new BoundedStream(in, "bytes up to the end of the header", MOST_BYTES);
    this.reader = Xml.messageStream(this.in);
    while (next("") != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new Refused(reader);
      }
    }
    this.root = reader.getName();
    this.rootAt = reader instanceof LocationInfo at ? at.getCurrentLocation() : null;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      rootAttributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
  }

  private int next(String path) throws XMLStreamException {
    try {
      return reader.next();
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof BoundedStream.TooLong beyond) {
        throw new TooLate(reader, path, beyond);
      }
      throw broken;
    }
  }

  /** Name of the root element. */
  public QName root() {
    return root;
  }

  /** Where the start tag of the root ends. */
  public Place rootPlace() {
    int line = rootAt == null ? 1 : Math.max(1, rootAt.getLineNumber());
    int column = rootAt == null ? 1 : Math.max(1, rootAt.getColumnNumber());
    return new Place(line, column, "/" + root.getLocalPart());
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
    var collector = new PathCollector(paths, () -> 0);
    var attributes = new StreamAttributes(reader);
    collector.root(attributes);
    while (!collector.isDone() && reader.hasNext()) {
      switch (next("/" + root.getLocalPart())) {
        case XMLStreamConstants.START_ELEMENT -> collector.start(reader.getLocalName(), attributes);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (collector.wantsText()) {
            collector.characters(
                reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> collector.end();
        default -> {}
      }
    }
    ended = collector.hasEnded();
    return collector.values();
  }

  private record StreamAttributes(XMLStreamReader reader) implements PathCollector.Names {

    @Override
    public int count() {
      return reader.getAttributeCount();
    }

    @Override
    public String name(int index) {
      return reader.getAttributeLocalName(index);
    }

    @Override
    public String value(int index) {
      return reader.getAttributeValue(index);
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
