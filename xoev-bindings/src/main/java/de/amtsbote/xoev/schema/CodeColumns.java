package de.amtsbote.xoev.schema;

import java.util.Map;
import javax.xml.namespace.QName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads from {@code xs:appinfo} which column of its list a code type uses ({@code
 * genutzteCodeSpalte}).
 */
final class CodeColumns {

  private CodeColumns() {}

  static void collect(Document document, Map<QName, String> columns) {
    var list = document.getElementsByTagNameNS("*", "genutzteCodeSpalte");
    for (int i = 0; i < list.getLength(); i++) {
      var column = (Element) list.item(i);
      var above = column.getParentNode();
      while (above != null && !Xs.is(above, "complexType")) {
        above = above.getParentNode();
      }
      if (above instanceof Element type && type.hasAttribute("name")) {
        columns.put(
            new QName(Xs.targetNamespace(type), type.getAttribute("name")),
            column.getTextContent().strip());
      }
    }
  }
}
