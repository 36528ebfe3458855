package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.schema.Xs;
import de.amtsbote.xoev.standard.StandardPackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** Fills elements of the XÖV code types: list, version and a code that is in it. */
final class ReplyCodes {

  private final SchemaModel model;
  private final CodeLists lists;
  private final StandardPackage standard;
  private final Fragment received;
  private final boolean copiesUnlisted;

  /**
   * @param copiesUnlisted true to take over what the received message says of author and reader
   *     even when a code in it is in no list
   */
  ReplyCodes(
      SchemaModel model,
      CodeLists lists,
      StandardPackage standard,
      Fragment received,
      boolean copiesUnlisted) {
    this.copiesUnlisted = copiesUnlisted;
    this.model = model;
    this.lists = lists;
    this.standard = standard;
    this.received = received;
  }

  boolean isCode(Element type) {
    return codeOf(type).isPresent()
        && model.attributes(type).keySet().stream()
            .anyMatch(a -> a.getLocalPart().equals("listURI"));
  }

  private Optional<Element> codeOf(Element type) {
    return model.content(type).stream()
        .flatMap(
            p -> Xs.is(p, "element") ? List.of(p).stream() : Xs.children(p, "element").stream())
        .map(model::declared)
        .filter(e -> e.getAttribute("name").equals("code"))
        .findFirst();
  }

  /** False when no code is known that fits. */
  boolean code(ReplyNode node, Element type, Spot spot, ReplyFacts facts, boolean needed) {
    List<String> candidates = facts.codes(spot);
    if (candidates.isEmpty() && needed) {
      candidates =
          spot.twin().flatMap(t -> t.child("code")).map(c -> List.of(c.text())).orElse(List.of());
    }
    Element declaration = codeOf(type).orElseThrow();
    List<String> listed = model.enumeration(declaration);
    Map<QName, Element> attributes = model.attributes(type);
    String uri = attribute(attributes, "listURI", spot);
    for (String code : candidates) {
      boolean possible = !code.isEmpty() && (listed.isEmpty() || listed.contains(code));
      String version = version(attributes, uri, code, spot, facts);
      boolean fits = !listed.isEmpty() || fits(uri, version, code, spot, facts);
      if (possible && fits && complete(attributes, uri, version)) {
        put(node, attributes, "listURI", uri);
        put(node, attributes, "listVersionID", version);
        node.with(new ReplyNode(model.nameOf(declaration)).known(code));
        return true;
      }
    }
    return false;
  }

  private static String attribute(Map<QName, Element> attributes, String name, Spot spot) {
    Optional<Element> declared = named(attributes, name).map(Map.Entry::getValue);
    String fixed = declared.map(a -> a.getAttribute("fixed")).orElse("");
    String twin = spot.twin().map(t -> t.attribute(name)).orElse("");
    return declared.isEmpty() ? "" : fixed.isEmpty() ? twin : fixed;
  }

  private static Optional<Map.Entry<QName, Element>> named(
      Map<QName, Element> attributes, String name) {
    return attributes.entrySet().stream()
        .filter(a -> a.getKey().getLocalPart().equals(name))
        .findFirst();
  }

  /** The version that is fixed, said, used in the received message, or installed with the code. */
  private String version(
      Map<QName, Element> attributes, String uri, String code, Spot spot, ReplyFacts facts) {
    String fixed =
        named(attributes, "listVersionID").map(a -> a.getValue().getAttribute("fixed")).orElse("");
    if (!fixed.isEmpty()) {
      return fixed;
    }
    String said = facts.settings().lists().getOrDefault(uri, "");
    String twin = spot.party() ? attribute(attributes, "listVersionID", spot) : "";
    if (!said.isEmpty() || !twin.isEmpty()) {
      return said.isEmpty() ? twin : said;
    }
    Optional<String> installed =
        lists.versions(uri, standard).stream()
            .filter(v -> lists.find(standard, uri, v, "", code) == CodeLists.Answer.LISTED)
            .max(ReplyCodes::byNumbers);
    return installed.orElseGet(() -> received.versionOfList(uri));
  }

  /** Only to choose among installed versions that all have the code; versions are no numbers. */
  private static int byNumbers(String one, String other) {
    int byLength = Integer.compare(one.length(), other.length());
    return byLength == 0 ? one.compareTo(other) : byLength;
  }

  /** What is not taken over from the received message must be in its list. */
  private boolean fits(String uri, String version, String code, Spot spot, ReplyFacts facts) {
    boolean said = facts.settings().reasons().containsValue(code);
    if (said || (spot.party() && copiesUnlisted)) {
      return true;
    }
    CodeLists.Answer answer = lists.find(standard, uri, version, "", code);
    boolean unknown = answer != CodeLists.Answer.LISTED && answer != CodeLists.Answer.NOT_LISTED;
    return answer == CodeLists.Answer.LISTED || (unknown && spot.reason() < 0);
  }

  private static boolean complete(Map<QName, Element> attributes, String uri, String version) {
    boolean needsUri = isRequired(attributes, "listURI");
    boolean needsVersion = isRequired(attributes, "listVersionID");
    return !(needsUri && uri.isEmpty()) && !(needsVersion && version.isEmpty());
  }

  private static boolean isRequired(Map<QName, Element> attributes, String name) {
    return named(attributes, name)
        .map(a -> a.getValue().getAttribute("use").equals("required"))
        .orElse(false);
  }

  private static void put(
      ReplyNode node, Map<QName, Element> attributes, String name, String value) {
    if (!value.isEmpty()) {
      named(attributes, name).ifPresent(a -> node.attribute(a.getKey(), value));
    }
  }
}
