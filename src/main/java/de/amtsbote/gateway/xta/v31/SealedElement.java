package de.amtsbote.gateway.xta.v31;

import de.amtsbote.xoev.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The octets of the element at which a reader stands, as a document of its own, written while it is
 * read. What a SOAP stack moved into MIME parts comes back as Base64.
 */
final class SealedElement extends InputStream {

  private static final int PIECE = 3 * 4096;

  /** EncryptedData, CipherData, CipherValue. */
  private static final int VALUE_DEPTH = 2;

  private final XMLStreamReader xml;
  private final PartSource parts;
  private final SchemaWatch schema;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;
  private final Deque<Map<String, String>> bound = new ArrayDeque<>();
  private InputStream included;
  private byte[] ready = new byte[0];
  private int position;
  private boolean ended;
  private Base64Form value;

  /** The element at which the reader stands, whose beginning was checked already. */
  SealedElement(XMLStreamReader xml, PartSource parts, SchemaWatch schema) throws IOException {
    this.xml = xml;
    this.parts = parts;
    this.schema = schema;
    try {
      this.writer = Xml.writer(written);
      start();
    } catch (XMLStreamException e) {
      throw ContainerReader.unreadable(e);
    }
  }

  private boolean fill() throws IOException {
    try {
      while (written.size() == 0 && !ended) {
        step();
        writer.flush();
      }
    } catch (XMLStreamException e) {
      throw ContainerReader.unreadable(e);
    }
    ready = written.toByteArray();
    written.reset();
    position = 0;
    return ready.length > 0;
  }

  private void step() throws XMLStreamException, IOException {
    if (included != null) {
      piece();
      return;
    }
    switch (xml.next()) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (Names.XOP.equals(xml.getNamespaceURI())) {
          included = ContainerReader.include(xml, parts);
          if (value == null) {
            schema.text();
          }
        } else {
          schema.start(xml);
          value = isValue() ? new Base64Form() : null;
          start();
        }
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        check();
        writer.writeCharacters(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
      case XMLStreamConstants.END_ELEMENT -> end();
      default -> {
        // comments and instructions mean nothing here
      }
    }
  }

  /** Whether the element at which the reader stands holds the sealed octets. */
  private boolean isValue() {
    return bound.size() == VALUE_DEPTH
        && Names.ENCRYPTION.equals(xml.getNamespaceURI())
        && "CipherValue".equals(xml.getLocalName());
  }

  private void check() {
    if (value != null) {
      value.add(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } else if (!xml.isWhiteSpace()) {
      schema.text();
    }
  }

  private void piece() throws XMLStreamException, IOException {
    var octets = included.readNBytes(PIECE);
    if (octets.length == 0) {
      included.close();
      included = null;
      ContainerReader.leave(xml);
    } else {
      writer.writeCharacters(Base64.getEncoder().encodeToString(octets));
    }
  }

  private void end() throws XMLStreamException {
    if (value != null && !value.isWhole()) {
      throw SchemaWatch.violated("cvc-datatype-valid.1.2.1", null);
    }
    value = null;
    schema.end(xml);
    bound.pop();
    writer.writeEndElement();
    if (bound.isEmpty()) {
      writer.writeEndDocument();
      ended = true;
    }
  }

  private void start() throws XMLStreamException {
    var here = bound.isEmpty() ? new HashMap<String, String>() : new HashMap<>(bound.peek());
    var prefix = text(xml.getPrefix());
    writer.writeStartElement(prefix, xml.getLocalName(), text(xml.getNamespaceURI()));
    bind(here, prefix, text(xml.getNamespaceURI()));
    for (var i = 0; i < xml.getNamespaceCount(); i++) {
      bind(here, text(xml.getNamespacePrefix(i)), text(xml.getNamespaceURI(i)));
    }
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      attribute(here, i);
    }
    bound.push(here);
  }

  private void attribute(Map<String, String> here, int number) throws XMLStreamException {
    var namespace = text(xml.getAttributeNamespace(number));
    var name = xml.getAttributeLocalName(number);
    if (namespace.isEmpty()) {
      writer.writeAttribute(name, xml.getAttributeValue(number));
    } else {
      var prefix = xml.getAttributePrefix(number);
      bind(here, prefix, namespace);
      writer.writeAttribute(prefix, namespace, name, xml.getAttributeValue(number));
    }
  }

  private void bind(Map<String, String> here, String prefix, String namespace)
      throws XMLStreamException {
    var known = here.getOrDefault(prefix, "");
    if (known.equals(namespace) || "xml".equals(prefix)) {
      return;
    }
    here.put(prefix, namespace);
    if (prefix.isEmpty()) {
      writer.writeDefaultNamespace(namespace);
    } else {
      writer.writeNamespace(prefix, namespace);
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  @Override
  public int read() throws IOException {
    return position < ready.length || fill() ? ready[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position == ready.length && !fill()) {
      return -1;
    }
    var taken = Math.min(length, ready.length - position);
    System.arraycopy(ready, position, target, offset, taken);
    position += taken;
    return taken;
  }
}
