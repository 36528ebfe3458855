package de.amtsbote.gateway.xta.v31;

import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Builds a small tree from the top down; what is null is left out. */
final class Tree {

  private static final Map<String, String> PREFIXES =
      Map.of(
          Names.XTA, "xta:",
          Names.METADATA, "oscimeta:",
          Names.MAILBOX, "osci:",
          Names.ADDRESSING, "wsa:",
          Names.XOP, "xop:",
          Names.SOAP, "soap:",
          Names.ENCRYPTION, "xenc:");

  private final Element element;

  private Tree(Element element) {
    this.element = element;
  }

  static Tree root(String namespace, String name) {
    var document = Xml.document();
    var root = create(document, namespace, name);
    document.appendChild(root);
    return new Tree(root);
  }

  /** Goes on at an element that is there already. */
  static Tree at(Element element) {
    return new Tree(element);
  }

  private static Element create(Document document, String namespace, String name) {
    return document.createElementNS(
        namespace, (namespace == null ? "" : PREFIXES.get(namespace)) + name);
  }

  /** A new child in the namespace of this element. */
  Tree child(String name) {
    return child(element.getNamespaceURI(), name);
  }

  Tree child(String namespace, String name) {
    var child = create(element.getOwnerDocument(), namespace, name);
    element.appendChild(child);
    return new Tree(child);
  }

  /** A new child with this text, unless it is null. */
  Tree text(String name, Object text) {
    return text(element.getNamespaceURI(), name, text);
  }

  Tree text(String namespace, String name, Object text) {
    if (text != null) {
      child(namespace, name).content(text);
    }
    return this;
  }

  Tree content(Object text) {
    element.setTextContent(text.toString());
    return this;
  }

  Tree attribute(String name, Object value) {
    if (value != null) {
      element.setAttribute(name, value.toString());
    }
    return this;
  }

  Tree append(Element other) {
    element.appendChild(element.getOwnerDocument().importNode(other, true));
    return this;
  }

  Element element() {
    return element;
  }
}
