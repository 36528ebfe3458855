package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;

/** Reads the envelope of an answer up to its body, which is left to be read as it comes in. */
public final class EnvelopeReader {

  private final XMLStreamReader xml;
  private final List<Element> headers = new ArrayList<>();
  private boolean empty;

  private EnvelopeReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads the header blocks.
   *
   * @throws XtaException what the server refused with
   * @throws IOException when it is no envelope, or the line broke
   */
  public static EnvelopeReader open(InputStream envelope) throws IOException {
    try {
      var reader = new EnvelopeReader(Xml.messageStream(envelope));
      reader.begin();
      return reader;
    } catch (XMLStreamException e) {
      throw new IOException("the answer is no SOAP envelope", e);
    }
  }

  private void begin() throws XMLStreamException, IOException {
    xml.nextTag();
    require("Envelope");
    xml.nextTag();
    var trees = new StaxTree(xml);
    if ("Header".equals(xml.getLocalName())) {
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        headers.add(trees.read());
      }
      xml.nextTag();
    }
    require("Body");
    empty = xml.nextTag() == XMLStreamConstants.END_ELEMENT;
    if (!empty && Names.SOAP.equals(xml.getNamespaceURI()) && "Fault".equals(xml.getLocalName())) {
      throw EnvelopeXml.fault(trees.read());
    }
  }

  private void require(String name) throws IOException {
    if (!Names.SOAP.equals(xml.getNamespaceURI()) || !name.equals(xml.getLocalName())) {
      throw new IOException("the answer is no SOAP 1.2 envelope");
    }
  }

  /** The header block of this name, without what belongs to the envelope. */
  public Optional<Element> header(String namespace, String name) {
    return headers.stream()
        .filter(it -> namespace.equals(it.getNamespaceURI()) && name.equals(it.getLocalName()))
        .findFirst()
        .map(HeaderBlock::alone);
  }

  /** Stands at the element in the body; empty when the body is. */
  public Optional<XMLStreamReader> body() {
    return empty ? Optional.empty() : Optional.of(xml);
  }
}
