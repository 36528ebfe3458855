package de.amtsbote.xoev.install;

import de.amtsbote.xoev.schema.Xs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds where the messages of a standard say their version: a value that the schema fixes. */
final class VersionPlace {

  private final List<Document> documents;

  VersionPlace(List<Document> documents) {
    this.documents = documents;
  }

  /** The value that the schema fixes for the attribute {@code standard}; empty for none. */
  String standardName() {
    return attributes()
        .filter(a -> a.getAttribute("name").equals("standard"))
        .map(a -> a.getAttribute("fixed"))
        .filter(fixed -> !fixed.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The place as {@link de.amtsbote.xoev.standard.MessageNamespace} writes it; empty for none. */
  String path(String version) {
    return attributes()
        .filter(a -> speaksOfVersion(a) && a.getAttribute("fixed").equals(version))
        .flatMap(a -> place(a).stream())
        .findFirst()
        .or(() -> elementPath(version))
        .orElse("");
  }

  private java.util.stream.Stream<Element> attributes() {
    return documents.stream().flatMap(d -> Xs.all(d, "attribute").stream());
  }

  private static boolean speaksOfVersion(Element declaration) {
    return declaration.getAttribute("name").toLowerCase(Locale.ROOT).contains("version");
  }

  private Optional<String> place(Element attribute) {
    String name = attribute.getAttribute("name");
    if (name.equals("version")) {
      return Optional.of("@version");
    }
    return carrier(attribute).map(element -> element + "/@" + name);
  }

  private Optional<String> elementPath(String version) {
    return documents.stream()
        .flatMap(d -> Xs.all(d, "element").stream())
        .filter(e -> speaksOfVersion(e) && e.getAttribute("fixed").equals(version))
        .flatMap(e -> carrier(e).map(above -> above + "/" + e.getAttribute("name")).stream())
        .findFirst();
  }

  /** The element whose type contains the declaration. */
  private Optional<String> carrier(Element declaration) {
    Node above = declaration.getParentNode();
    while (above != null && !Xs.is(above, "complexType")) {
      above = above.getParentNode();
    }
    if (!(above instanceof Element type)) {
      return Optional.empty();
    }
    if (!type.hasAttribute("name")) {
      return type.getParentNode() instanceof Element e && Xs.is(e, "element")
          ? Optional.of(e.getAttribute("name"))
          : Optional.empty();
    }
    return documents.stream()
        .flatMap(d -> Xs.all(d, "element").stream())
        .filter(e -> !Xs.is(e.getParentNode(), "schema") && isOfType(e, type))
        .map(e -> e.getAttribute("name"))
        .findFirst();
  }

  private static boolean isOfType(Element element, Element type) {
    String name = element.getAttribute("type");
    return name.substring(name.indexOf(':') + 1).equals(type.getAttribute("name"));
  }
}
