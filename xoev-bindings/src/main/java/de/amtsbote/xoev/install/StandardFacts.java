package de.amtsbote.xoev.install;

import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What the schemas of a standard say about it in {@code xs:appinfo} (XÖV handbook, NDR-32).
 *
 * @param nameTechnical short name, as used in file names
 * @param nameShort short name for people
 * @param kennung URN without version
 * @param version version
 */
record StandardFacts(String nameTechnical, String nameShort, String kennung, String version) {

  static Optional<StandardFacts> of(Document schema) {
    return first(schema.getDocumentElement(), "standard")
        .filter(standard -> !text(standard, "kennung").isEmpty())
        .map(
            standard ->
                new StandardFacts(
                    text(standard, "nameTechnisch"),
                    text(standard, "nameKurz"),
                    text(standard, "kennung"),
                    first(schema.getDocumentElement(), "versionStandard")
                        .map(version -> text(version, "version"))
                        .filter(version -> !version.isEmpty())
                        .orElse(schema.getDocumentElement().getAttribute("version"))));
  }

  private static Optional<Element> first(Element above, String name) {
    var list = above.getElementsByTagNameNS("*", name);
    for (int i = 0; i < list.getLength(); i++) {
      if ("appinfo".equals(list.item(i).getParentNode().getLocalName())
          || list.item(i).getParentNode().getParentNode() == above) {
        return Optional.of((Element) list.item(i));
      }
    }
    return Optional.empty();
  }

  private static String text(Element above, String name) {
    for (var n = above.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (name.equals(n.getLocalName())) {
        return n.getTextContent().strip();
      }
    }
    return "";
  }
}
