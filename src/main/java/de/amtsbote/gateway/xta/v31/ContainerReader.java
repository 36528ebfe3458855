package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaSink;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a GenericContentContainer in one pass: elements and attributes are checked against the
 * schema, contents stream to a sink, whether they stand in the XML or in MIME parts. Memory does
 * not grow with the content.
 */
public final class ContainerReader {

  private static final String SCHEME = "cid:";

  private final XMLStreamReader xml;
  private final PartSource parts;
  private final SchemaWatch schema = new SchemaWatch();

  private ContainerReader(XMLStreamReader xml, PartSource parts) {
    this.xml = xml;
    this.parts = parts;
  }

  /**
   * Reads the container at which the reader stands, or which comes next.
   *
   * @throws XtaException {@link XtaError#PARAMETERS_MISSING} when it violates the schema
   * @throws IOException when the connection breaks or the sink fails
   */
  public static void read(XMLStreamReader xml, PartSource parts, XtaSink sink) throws IOException {
    try {
      new ContainerReader(xml, parts).container(sink);
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  /** What a parser's exception means: our own refusal below it, a broken line, or bad XML. */
  static XtaException unreadable(XMLStreamException e) throws IOException {
    for (Throwable it = e; it != null; it = it.getCause()) {
      if (it instanceof XtaException known) {
        throw known;
      }
      if (it instanceof IOException broken) {
        throw broken;
      }
    }
    return invalid("the body is no well-formed XML", e);
  }

  private static XtaException invalid(String details, Exception cause) {
    return new XtaException(XtaError.PARAMETERS_MISSING, details, cause);
  }

  private void container(XtaSink sink) throws IOException, XMLStreamException {
    if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
      xml.nextTag();
    }
    schema.begin();
    start();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      var encrypted = Names.ENCRYPTION.equals(xml.getNamespaceURI());
      start();
      if (encrypted) {
        encrypted(sink);
      } else {
        contents(sink);
      }
    }
    end();
    schema.finish();
  }

  private void encrypted(XtaSink sink) throws IOException {
    try (var octets = new SealedElement(xml, parts, schema)) {
      sink.encrypted(octets);
      drain(octets);
    }
  }

  private void contents(XtaSink sink) throws IOException, XMLStreamException {
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      var name = xml.getLocalName();
      start();
      var part = part();
      content("Message".equals(name), part, sink);
      end();
    }
    end();
  }

  private void content(boolean message, XtaPart part, XtaSink sink)
      throws IOException, XMLStreamException {
    var event = xml.next();
    while (event == XMLStreamConstants.COMMENT
        || event == XMLStreamConstants.PROCESSING_INSTRUCTION
        || xml.isWhiteSpace()) {
      event = xml.next();
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      included(message, part, sink);
    } else {
      try (var text = new Base64Text(xml)) {
        sink.part(message, part, text);
        drain(text);
      }
    }
  }

  private void included(boolean message, XtaPart part, XtaSink sink)
      throws IOException, XMLStreamException {
    try (var octets = include(xml, parts)) {
      sink.part(message, part, octets);
      drain(octets);
    }
    leave(xml);
    if (xml.nextTag() != XMLStreamConstants.END_ELEMENT) {
      throw invalid("a reference to a part has company", null);
    }
  }

  /** Goes to the end of an Include element, which may hold elements that say nothing here. */
  static void leave(XMLStreamReader xml) throws XMLStreamException {
    var depth = 1;
    while (depth > 0) {
      var event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** The MIME part that the Include element at which the reader stands refers to. */
  static InputStream include(XMLStreamReader xml, PartSource parts) throws IOException {
    var href = xml.getAttributeValue(null, "href");
    if (!Names.XOP.equals(xml.getNamespaceURI())
        || !"Include".equals(xml.getLocalName())
        || href == null
        || !href.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw invalid("an element stands where Base64 or a reference to a part must stand", null);
    }
    try {
      return parts.open(href.substring(SCHEME.length()));
    } catch (FileNotFoundException e) {
      throw invalid("the body refers to a MIME part that is not there", e);
    }
  }

  private XtaPart part() {
    var size = xml.getAttributeValue(null, "size");
    try {
      return new XtaPart(
          xml.getAttributeValue(null, "contentType"),
          xml.getAttributeValue(null, "contentDescription"),
          xml.getAttributeValue(null, "encoding"),
          xml.getAttributeValue(null, "filename"),
          xml.getAttributeValue(null, "id"),
          xml.getAttributeValue(null, "lang"),
          size == null ? null : Long.valueOf(size.strip()));
    } catch (NumberFormatException e) {
      throw invalid("a size is no number of this world", e);
    }
  }

  private void start() {
    schema.start(xml);
  }

  private void end() {
    schema.end(xml);
  }

  private static void drain(InputStream rest) throws IOException {
    rest.transferTo(OutputStream.nullOutputStream());
  }
}
