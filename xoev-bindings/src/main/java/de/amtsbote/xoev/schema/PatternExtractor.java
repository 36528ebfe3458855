package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.regex.LinearPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Takes the pattern facets out of the simple types of a schema, where an automaton can take their
 * place without changing a verdict. Anonymous types get a name on the way, so that a validator can
 * tell them apart. Types that take part in unions or lists, that change white space, or that are
 * redefined stay as they are.
 */
final class PatternExtractor {

  /** Prefix of the names given to anonymous types. */
  static final String ANONYMOUS = "amtsbote-anonymous-";

  private final Map<String, LinearPattern> compiled;
  private final List<PatternRule> rules = new ArrayList<>();
  private final Set<QName> residual = new HashSet<>();
  private final Set<QName> untouchable = new HashSet<>();
  private final Map<QName, QName> bases = new HashMap<>();
  private final Map<QName, QName> contents = new HashMap<>();
  private final Set<QName> spaced = new HashSet<>();
  private final Set<QName> lists =
      new HashSet<>(
          List.of(
              new QName(Xs.NS, "NMTOKENS"),
              new QName(Xs.NS, "IDREFS"),
              new QName(Xs.NS, "ENTITIES")));
  private boolean redefined;
  private boolean anonymousResidual;
  private int named;

  PatternExtractor(Map<String, LinearPattern> compiled) {
    this.compiled = compiled;
  }

  /** Rewrites the documents in place. */
  void rewrite(Iterable<Document> documents) {
    for (Document document : documents) {
      nameSimpleContents(document);
    }
    for (Document document : documents) {
      survey(document);
      redefined |= !Xs.all(document, "redefine").isEmpty();
    }
    closeOverBases();
    for (Document document : documents) {
      for (Element type : Xs.all(document, "simpleType")) {
        Xs.child(type, "restriction").ifPresent(restriction -> extract(type, restriction));
      }
      Xs.all(document, "simpleContent").forEach(this::noteInlinePatterns);
    }
  }

  /**
   * Anonymous complex types with simple content get names, because a validator tells types by name
   * only.
   */
  private void nameSimpleContents(Document document) {
    for (Element content : Xs.all(document, "simpleContent")) {
      var type = (Element) content.getParentNode();
      boolean local = !type.hasAttribute("name") && Xs.is(type.getParentNode(), "element");
      if (local && !Xs.targetNamespace(type).isEmpty()) {
        nameOf(type);
      }
    }
  }

  private void survey(Document document) {
    for (Element content : Xs.all(document, "simpleContent")) {
      Xs.child(content, "extension")
          .or(() -> Xs.child(content, "restriction"))
          .ifPresent(derivation -> surveyContent((Element) content.getParentNode(), derivation));
    }
    for (Element type : Xs.all(document, "simpleType")) {
      Xs.child(type, "restriction").ifPresent(r -> surveyRestriction(type, r));
      Xs.child(type, "union").ifPresent(u -> protect(u, u.getAttribute("memberTypes")));
      Xs.child(type, "list").ifPresent(l -> surveyList(type, l));
    }
  }

  private void surveyList(Element type, Element list) {
    protect(list, list.getAttribute("itemType"));
    if (type.hasAttribute("name")) {
      lists.add(own(type));
    }
  }

  private void surveyContent(Element type, Element derivation) {
    QName base = Xs.name(derivation, derivation.getAttribute("base"));
    if (type.hasAttribute("name")) {
      contents.put(own(type), base);
    } else {
      untouchable.add(base);
      anonymousResidual = true;
    }
  }

  private void surveyRestriction(Element type, Element restriction) {
    String base = restriction.getAttribute("base");
    if (base.isEmpty()) {
      return;
    }
    QName baseName = Xs.name(restriction, base);
    if (type.hasAttribute("name")) {
      bases.put(own(type), baseName);
    }
    boolean inside = Xs.is(type.getParentNode(), "union") || Xs.is(type.getParentNode(), "list");
    boolean changesSpace =
        Xs.children(restriction, "whiteSpace").stream()
            .anyMatch(facet -> !facet.getAttribute("value").equals("preserve"));
    if (inside || changesSpace) {
      untouchable.add(baseName);
    }
    if (changesSpace && type.hasAttribute("name")) {
      untouchable.add(own(type));
      spaced.add(own(type));
    }
  }

  private void protect(Element scope, String names) {
    for (String name : names.strip().split("\\s+")) {
      if (!name.isEmpty()) {
        untouchable.add(Xs.name(scope, name));
      }
    }
  }

  private void closeOverBases() {
    var open = new ArrayList<>(untouchable);
    while (!open.isEmpty()) {
      QName type = open.remove(open.size() - 1);
      QName base = bases.getOrDefault(type, contents.get(type));
      if (base != null && untouchable.add(base)) {
        open.add(base);
      }
    }
  }

  private void extract(Element type, Element restriction) {
    List<Element> patterns = Xs.children(restriction, "pattern");
    if (patterns.isEmpty()) {
      return;
    }
    String source =
        patterns.size() == 1
            ? patterns.get(0).getAttribute("value")
            : patterns.stream()
                .map(p -> "(" + p.getAttribute("value") + ")")
                .collect(Collectors.joining("|"));
    if (!mayBeReplaced(type, restriction, source)) {
      noteResidual(type);
      return;
    }
    String label = type.getAttribute("name");
    QName name = nameOf(type);
    patterns.forEach(restriction::removeChild);
    rules.add(
        new PatternRule(
            name.getNamespaceURI(), name.getLocalPart(), label, source, compiled.get(source)));
  }

  private boolean mayBeReplaced(Element type, Element restriction, String source) {
    boolean global = Xs.is(type.getParentNode(), "schema");
    boolean local =
        Xs.is(type.getParentNode(), "element") || Xs.is(type.getParentNode(), "attribute");
    boolean plain =
        !redefined
            && !restriction.getAttribute("base").isEmpty()
            && Xs.children(restriction, "whiteSpace").isEmpty()
            && !changesSpace(Xs.name(restriction, restriction.getAttribute("base")));
    boolean free =
        global ? !untouchable.contains(own(type)) : local && !Xs.targetNamespace(type).isEmpty();
    if (!plain || !free || (global && Xs.targetNamespace(type).isEmpty())) {
      return false;
    }
    if (!compiled.containsKey(source)) {
      LinearPattern.compile(source).ifPresent(pattern -> compiled.put(source, pattern));
    }
    return compiled.containsKey(source);
  }

  private boolean changesSpace(QName type) {
    QName at = type;
    for (int step = 0; at != null && step < 100; step++) {
      if (spaced.contains(at)) {
        return true;
      }
      at = bases.get(at);
    }
    return false;
  }

  private void noteResidual(Element type) {
    if (type.hasAttribute("name")) {
      residual.add(own(type));
    } else {
      anonymousResidual = true;
    }
  }

  private void noteInlinePatterns(Element simpleContent) {
    boolean patterned =
        Xs.child(simpleContent, "restriction")
            .map(r -> !Xs.children(r, "pattern").isEmpty())
            .orElse(false);
    if (patterned && simpleContent.getParentNode() instanceof Element type) {
      noteResidual(type);
    }
  }

  /** The name of a type; an anonymous one is moved to the top of its document first. */
  private QName nameOf(Element type) {
    if (type.hasAttribute("name")) {
      return own(type);
    }
    String name = ANONYMOUS + ++named;
    String namespace = Xs.targetNamespace(type);
    var user = (Element) type.getParentNode();
    Node top = type.getOwnerDocument().getDocumentElement();
    copyScope(user, type);
    user.removeChild(type);
    user.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:amtsbote", namespace);
    user.setAttribute("type", "amtsbote:" + name);
    type.setAttribute("name", name);
    top.appendChild(type);
    return new QName(namespace, name);
  }

  /** Prefixes may be declared anywhere above a type; it takes the ones it can see along. */
  private static void copyScope(Element user, Element type) {
    for (Node n = user; n instanceof Element above; n = n.getParentNode()) {
      var attributes = above.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        if (name.startsWith("xmlns") && !type.hasAttribute(name)) {
          type.setAttributeNS(
              "http://www.w3.org/2000/xmlns/", name, attributes.item(i).getNodeValue());
        }
      }
    }
  }

  private static QName own(Element type) {
    return new QName(Xs.targetNamespace(type), type.getAttribute("name"));
  }

  List<PatternRule> rules() {
    return rules;
  }

  /**
   * Complex types with simple content and what their content derives from, up to the built-in type.
   */
  Map<QName, List<QName>> contents() {
    var chains = new HashMap<QName, List<QName>>();
    for (QName type : contents.keySet()) {
      var chain = new ArrayList<QName>();
      QName at = contents.get(type);
      while (at != null && chain.size() < 100) {
        chain.add(at);
        at = bases.getOrDefault(at, contents.get(at));
      }
      chains.put(type, chain);
    }
    return chains;
  }

  /** Named types of lists. */
  Set<QName> lists() {
    return lists;
  }

  /** Named types that keep a pattern, which the schema processor matches in quadratic time. */
  Set<QName> residual() {
    return residual;
  }

  /** True when some anonymous type keeps a pattern. */
  boolean anonymousResidual() {
    return anonymousResidual;
  }
}
