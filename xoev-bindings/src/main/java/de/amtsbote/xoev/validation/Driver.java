package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.LocationInfo;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Tells a guard what a streaming reader finds in a message, as a SAX parser would. The reader takes
 * half the time of the JDK's parser.
 */
final class Driver implements Locator {

  private static final Pattern LIMIT = Pattern.compile("[\\w ]+limit \\([0-9]+\\) exceeded.*");

  private final Guard guard;
  private final Names names = new Names();
  private XMLStreamReader reader;
  private Location failed;

  Driver(Guard guard) {
    this.guard = guard;
  }

  /**
   * Reads a message to its end.
   *
   * @param encoding an allowed one
   * @throws SAXException when it is not well-formed, or the guard stops
   */
  void read(InputStream message, String encoding) throws SAXException, IOException {
    reader = null;
    failed = null;
    guard.setDocumentLocator(this);
    try {
      reader = Xml.wholeMessage(message, encoding);
      guard.startDocument();
      while (reader.hasNext()) {
        event(reader.next());
      }
      guard.endDocument();
    } catch (XMLStreamException broken) {
      throw unwrapped(broken);
    } finally {
      close();
    }
  }

  private void event(int kind) throws SAXException {
    switch (kind) {
      case XMLStreamConstants.START_ELEMENT -> start();
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
          guard.characters(
              reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      case XMLStreamConstants.COMMENT -> guard.comment();
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          guard.processingInstruction(reader.getPITarget(), reader.getPIData());
      case XMLStreamConstants.DTD -> guard.doctype();
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw new SAXParseException("an entity that is not declared", this);
      default -> {}
    }
  }

  private void start() throws SAXException {
    int namespaces = reader.getNamespaceCount();
    for (int i = 0; i < namespaces; i++) {
      guard.startPrefixMapping(text(reader.getNamespacePrefix(i)), text(reader.getNamespaceURI(i)));
    }
    guard.startElement(text(reader.getNamespaceURI()), reader.getLocalName(), names);
  }

  private void end() throws SAXException {
    guard.endElement(text(reader.getNamespaceURI()), reader.getLocalName());
    int namespaces = reader.getNamespaceCount();
    for (int i = 0; i < namespaces; i++) {
      guard.endPrefixMapping(text(reader.getNamespacePrefix(i)));
    }
  }

  private static String text(String nullable) {
    return nullable == null ? "" : nullable;
  }

  /** What the reader says may quote the message, so it goes no further. */
  private SAXException unwrapped(XMLStreamException broken) throws IOException {
    failed = broken.getLocation();
    if (broken.getNestedException() instanceof IOException io) {
      throw io;
    }
    if (LIMIT
        .matcher(String.valueOf(broken.getMessage()).lines().findFirst().orElse(""))
        .matches()) {
      return new Stop(FindingCode.LIMIT, "attributes <= " + Xml.MOST_ATTRIBUTES);
    }
    return new SAXParseException("not well-formed", this);
  }

  private void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (XMLStreamException ignored) {
      // it holds nothing but buffers
    }
  }

  private Location here() {
    if (failed != null) {
      return failed;
    }
    return reader instanceof LocationInfo at ? at.getCurrentLocation() : null;
  }

  @Override
  public int getLineNumber() {
    Location here = here();
    return here == null ? 0 : here.getLineNumber();
  }

  @Override
  public int getColumnNumber() {
    Location here = here();
    return here == null ? 0 : here.getColumnNumber();
  }

  @Override
  public String getPublicId() {
    return null;
  }

  @Override
  public String getSystemId() {
    return null;
  }

  /** The attributes of the element that starts. */
  private final class Names implements Attributes {

    @Override
    public int getLength() {
      return reader.getAttributeCount();
    }

    @Override
    public String getURI(int index) {
      return text(reader.getAttributeNamespace(index));
    }

    @Override
    public String getLocalName(int index) {
      return reader.getAttributeLocalName(index);
    }

    @Override
    public String getQName(int index) {
      String prefix = reader.getAttributePrefix(index);
      String name = reader.getAttributeLocalName(index);
      return prefix == null || prefix.isEmpty() ? name : (prefix + ":" + name).intern();
    }

    @Override
    public String getType(int index) {
      return "CDATA";
    }

    @Override
    public String getValue(int index) {
      return reader.getAttributeValue(index);
    }

    @Override
    public int getIndex(String uri, String name) {
      for (int i = 0; i < getLength(); i++) {
        if (getLocalName(i).equals(name) && getURI(i).equals(uri)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public int getIndex(String qName) {
      for (int i = 0; i < getLength(); i++) {
        if (getQName(i).equals(qName)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public String getType(String uri, String name) {
      return getIndex(uri, name) < 0 ? null : "CDATA";
    }

    @Override
    public String getType(String qName) {
      return getIndex(qName) < 0 ? null : "CDATA";
    }

    @Override
    public String getValue(String uri, String name) {
      int index = getIndex(uri, name);
      return index < 0 ? null : getValue(index);
    }

    @Override
    public String getValue(String qName) {
      int index = getIndex(qName);
      return index < 0 ? null : getValue(index);
    }
  }
}
