package de.amtsbote.xoev.schema;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What schema documents declare, to tell parts of one schema from versions of it. */
public final class Declared {

  private static final Map<String, String> KINDS =
      Map.of(
          "element", "element",
          "attribute", "attribute",
          "simpleType", "type",
          "complexType", "type",
          "group", "group",
          "attributeGroup", "attributeGroup");

  private final Set<String> names = new HashSet<>();

  /** False for a document that only leads to others. */
  public static boolean somethingIn(Document document) {
    Node root = document.getDocumentElement();
    return KINDS.keySet().stream().anyMatch(kind -> Xs.child(root, kind).isPresent());
  }

  /** True when a document declares nothing that one before it declared, and redefines nothing. */
  public boolean isNew(Document document) {
    Node root = document.getDocumentElement();
    if (Xs.child(root, "redefine").isPresent()) {
      return false;
    }
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      for (Element declared : Xs.children(root, kind.getKey())) {
        if (!names.add(kind.getValue() + " " + declared.getAttribute("name"))) {
          return false;
        }
      }
    }
    return true;
  }
}
