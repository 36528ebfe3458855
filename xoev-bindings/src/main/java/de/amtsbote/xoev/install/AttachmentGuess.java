package de.amtsbote.xoev.install;

import de.amtsbote.xoev.schema.Xs;
import de.amtsbote.xoev.standard.AttachmentReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Tells from the declarations of a standard by which elements its messages name files beside them:
 * elements whose type has a mandatory file name or document id and no content of its own.
 */
final class AttachmentGuess {

  private static final Map<String, List<String>> SYNONYMS =
      Map.of(
          "id", List.of("dokumentid", "documentid", "anhangid", "attachmentid"),
          "name", List.of("dateiname", "filename"),
          "mediaType", List.of("mimetype", "mediatype", "medientyp", "contenttype"),
          "size", List.of("filesize", "groesse", "dateigroesse", "size"),
          "sha256", List.of("hashvalue", "pruefsumme", "hashwert", "sha256"));

  private final Map<String, AttachmentReference> found = new TreeMap<>();
  private final Collection<Document> documents;

  private AttachmentGuess(Collection<Document> documents) {
    this.documents = documents;
  }

  static List<AttachmentReference> of(Collection<Document> documents) {
    var guess = new AttachmentGuess(documents);
    for (Document document : documents) {
      Xs.all(document, "complexType").forEach(guess::look);
      Xs.all(document, "element").forEach(guess::lookAtName);
    }
    return List.copyOf(guess.found.values());
  }

  private void look(Element type) {
    var fields = new HashMap<String, String>();
    boolean mandatory = false;
    for (Element member : membersOf(type)) {
      String name = member.getAttribute("name");
      if (member.getAttribute("type").endsWith(":base64Binary")) {
        return;
      }
      String field = fieldOf(name);
      if (field != null && !fields.containsKey(field)) {
        boolean attribute = Xs.is(member, "attribute");
        fields.put(field, attribute ? "@" + name : name);
        boolean needed =
            attribute
                ? member.getAttribute("use").equals("required")
                : !member.getAttribute("minOccurs").equals("0");
        mandatory |= needed && (field.equals("id") || field.equals("name"));
      }
    }
    boolean named = fields.containsKey("name") || fields.size() > 1;
    if (mandatory && named) {
      elementsOf(type).forEach(e -> found.putIfAbsent(e, new AttachmentReference(e, fields)));
    }
  }

  /** An element that is itself a file name, by the name of its simple type. */
  private void lookAtName(Element element) {
    String type = element.getAttribute("type").toLowerCase(Locale.ROOT);
    String name = element.getAttribute("name");
    if (type.contains("dateiname") && fieldOf(name) == null && !name.isEmpty()) {
      found.putIfAbsent(name, new AttachmentReference(name, Map.of("name", ".")));
    }
  }

  private static String fieldOf(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return SYNONYMS.entrySet().stream()
        .filter(synonym -> synonym.getValue().contains(plain))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Elements and attributes declared in a type itself, not in types within. */
  private static List<Element> membersOf(Element type) {
    var members = new ArrayList<Element>();
    var open = new ArrayList<Node>(List.of(type));
    while (!open.isEmpty()) {
      Node at = open.remove(open.size() - 1);
      for (Node n = at.getFirstChild(); n != null; n = n.getNextSibling()) {
        if (Xs.is(n, "element") || Xs.is(n, "attribute")) {
          members.add((Element) n);
        } else if (n instanceof Element && !Xs.is(n, "annotation")) {
          open.add(n);
        }
      }
    }
    return members;
  }

  private List<String> elementsOf(Element type) {
    if (!type.hasAttribute("name")) {
      return type.getParentNode() instanceof Element e && e.hasAttribute("name")
          ? List.of(e.getAttribute("name"))
          : List.of();
    }
    return documents.stream()
        .flatMap(d -> Xs.all(d, "element").stream())
        .filter(
            e ->
                Xs.name(e, e.getAttribute("type")).getLocalPart().equals(type.getAttribute("name")))
        .map(e -> e.getAttribute("name"))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
