package de.amtsbote.gateway.xta.v31;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads small trees that obey the schema already. */
final class Elements {

  private Elements() {}

  static List<Element> all(Element parent) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  static List<Element> all(Element parent, String name) {
    return all(parent).stream().filter(it -> name.equals(it.getLocalName())).toList();
  }

  static Optional<Element> find(Element parent, String name) {
    return all(parent, name).stream().findFirst();
  }

  static Element one(Element parent, String name) {
    return find(parent, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  static String text(Element parent, String name) {
    return find(parent, name).map(Elements::text).orElse(null);
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  static List<String> texts(Element parent, String name) {
    return all(parent, name).stream().map(Elements::text).toList();
  }

  static String attribute(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }
}
