package de.amtsbote.gateway.xta.v31;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes trees of small elements that stand before something large. */
public final class StaxTree {

  /** Characters and elements of all trees of one document; header blocks have some hundred. */
  private static final int MOST = 1 << 20;

  private final XMLStreamReader xml;
  private int left = MOST;

  StaxTree(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * The element at which a reader stands, which stands at its end then.
   *
   * @throws XMLStreamException when it is not well-formed, or larger than 1 MiB
   */
  public static Element of(XMLStreamReader xml) throws XMLStreamException {
    return new StaxTree(xml).read();
  }

  /** The element at which the reader stands, which stands at its end then. */
  Element read() throws XMLStreamException {
    var document = Xml.document();
    var root = open(document);
    document.appendChild(root);
    var at = root;
    while (at != null) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          var child = open(document);
          at.appendChild(child);
          at = child;
        }
        case XMLStreamConstants.END_ELEMENT ->
            at = at.getParentNode() instanceof Element parent ? parent : null;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          take(xml.getTextLength());
          at.appendChild(document.createTextNode(xml.getText()));
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("no document type declaration is read");
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return root;
  }

  private Element open(Document document) throws XMLStreamException {
    take(1 + xml.getAttributeCount());
    var element =
        document.createElementNS(xml.getNamespaceURI(), name(xml.getPrefix(), xml.getLocalName()));
    for (var i = 0; i < xml.getNamespaceCount(); i++) {
      bind(element, xml.getNamespacePrefix(i), xml.getNamespaceURI(i));
    }
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      var value = xml.getAttributeValue(i);
      take(value.length());
      element.setAttributeNS(
          empty(xml.getAttributeNamespace(i)),
          name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)),
          value);
      if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(i))) {
        declare(element, value.strip());
      }
    }
    return element;
  }

  /** The name of a type needs its prefix, wherever that is declared. */
  private void declare(Element element, String type) {
    var prefix = type.substring(0, Math.max(type.indexOf(':'), 0));
    var namespace = xml.getNamespaceURI(prefix);
    if (namespace != null) {
      bind(element, prefix, namespace);
    }
  }

  private static void bind(Element element, String prefix, String namespace) {
    element.setAttributeNS(
        XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
        prefix == null || prefix.isEmpty() ? XMLConstants.XMLNS_ATTRIBUTE : "xmlns:" + prefix,
        namespace == null ? "" : namespace);
  }

  private void take(int some) throws XMLStreamException {
    left -= some;
    if (left < 0) {
      throw new XMLStreamException("the header is larger than any header");
    }
  }

  private static String name(String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static String empty(String namespace) {
    return namespace == null || namespace.isEmpty() ? null : namespace;
  }
}
