package de.amtsbote.xoev.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Small helpers for looking around in schema documents. */
public final class Xs {

  /** Namespace of XML Schema. */
  public static final String NS = XMLConstants.W3C_XML_SCHEMA_NS_URI;

  private Xs() {}

  /** All elements of XML Schema with this local name, anywhere in the document. */
  public static List<Element> all(Document document, String name) {
    var list = document.getElementsByTagNameNS(NS, name);
    var found = new ArrayList<Element>(list.getLength());
    for (int i = 0; i < list.getLength(); i++) {
      found.add((Element) list.item(i));
    }
    return found;
  }

  /** The child elements of XML Schema with this local name. */
  public static List<Element> children(Node parent, String name) {
    var found = new ArrayList<Element>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child
          && NS.equals(child.getNamespaceURI())
          && name.equals(child.getLocalName())) {
        found.add(child);
      }
    }
    return found;
  }

  /** The first such child. */
  public static Optional<Element> child(Node parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  /** True when this is the XML Schema element of that name. */
  public static boolean is(Node node, String name) {
    return node != null && NS.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
  }

  /**
   * Resolves a prefixed name in the scope of an element; unprefixed means the default namespace.
   */
  public static QName name(Element scope, String prefixed) {
    String text = prefixed.strip();
    int colon = text.indexOf(':');
    String prefix = colon < 0 ? null : text.substring(0, colon);
    String namespace = scope.lookupNamespaceURI(prefix);
    return new QName(namespace == null ? "" : namespace, text.substring(colon + 1));
  }

  /** The target namespace of the document an element stands in; empty for none. */
  public static String targetNamespace(Element element) {
    return element.getOwnerDocument().getDocumentElement().getAttribute("targetNamespace");
  }
}
