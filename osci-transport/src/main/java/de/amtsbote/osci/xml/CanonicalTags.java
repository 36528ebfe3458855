package de.amtsbote.osci.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;

/** Writes start and end tags as inclusive Canonical XML 1.0 has them. */
final class CanonicalTags {

  private record Attribute(String namespace, String localName, String name, String value) {}

  private static final Comparator<Attribute> ORDER =
      Comparator.comparing(Attribute::namespace).thenComparing(Attribute::localName);

  private final Scope namespaces = new Scope();
  private final Scope xmlAttributes = new Scope();
  private final Map<String, String> declared = new TreeMap<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private String name;

  CanonicalTags(Map<String, String> outerNamespaces) {
    namespaces.open();
    outerNamespaces.forEach(namespaces::declare);
    xmlAttributes.open();
  }

  /** Takes over the element the reader stands on. */
  void open(XMLStreamReader reader) {
    namespaces.open();
    xmlAttributes.open();
    declared.clear();
    attributes.clear();
    name = qualified(reader.getPrefix(), reader.getLocalName());
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = orEmpty(reader.getNamespacePrefix(i));
      String uri = orEmpty(reader.getNamespaceURI(i));
      if (namespaces.declare(prefix, uri)) {
        declared.put(prefix, uri);
      }
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = orEmpty(reader.getAttributeNamespace(i));
      String localName = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      if (namespace.equals(Namespaces.XML)) {
        xmlAttributes.declare(localName, value);
      }
      attributes.add(
          new Attribute(
              namespace,
              localName,
              qualified(orEmpty(reader.getAttributePrefix(i)), localName),
              value));
    }
    attributes.sort(ORDER);
  }

  /** The start tag as a descendant of what is being canonicalised. */
  String start() {
    return tag(declared, attributes);
  }

  /** The start tag as the outermost element: with all that is in force around it. */
  String apexStart() {
    List<Attribute> all = new ArrayList<>(attributes);
    xmlAttributes
        .inForce()
        .forEach(
            (localName, value) -> {
              Attribute inherited =
                  new Attribute(Namespaces.XML, localName, "xml:" + localName, value);
              if (all.stream().noneMatch(a -> ORDER.compare(a, inherited) == 0)) {
                all.add(inherited);
              }
            });
    all.sort(ORDER);
    return tag(namespaces.inForce(), all);
  }

  /** The end tag of an element whose name the reader gives. */
  static String end(XMLStreamReader reader) {
    return "</" + qualified(reader.getPrefix(), reader.getLocalName()) + ">";
  }

  void close() {
    namespaces.close();
    xmlAttributes.close();
  }

  private String tag(Map<String, String> declarations, List<Attribute> sorted) {
    StringBuilder tag = new StringBuilder(64).append('<').append(name);
    declarations.forEach(
        (prefix, uri) -> {
          tag.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix);
          tag.append("=\"").append(Escape.attribute(uri)).append('"');
        });
    for (Attribute attribute : sorted) {
      tag.append(' ').append(attribute.name()).append("=\"");
      tag.append(Escape.attribute(attribute.value())).append('"');
    }
    return tag.append('>').toString();
  }

  private static String qualified(String prefix, String localName) {
    return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
