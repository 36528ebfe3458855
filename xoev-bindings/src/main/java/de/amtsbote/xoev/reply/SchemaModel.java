package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.schema.Xs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Declarations of a standard, as far as writing an instance needs them. */
final class SchemaModel {

  private static final int DEEPEST = 50;
  private static final List<String> KINDS =
      List.of("element", "complexType", "simpleType", "group", "attributeGroup", "attribute");

  private final Map<String, Element> global = new HashMap<>();

  SchemaModel(Collection<Document> documents) {
    for (Document document : documents) {
      Element schema = document.getDocumentElement();
      for (String kind : KINDS) {
        for (Element declared : Xs.children(schema, kind)) {
          var name = new QName(Xs.targetNamespace(declared), declared.getAttribute("name"));
          global.putIfAbsent(kind + " " + name, declared);
        }
      }
    }
  }

  Optional<Element> root(String namespace, String name) {
    return global("element", new QName(namespace, name));
  }

  private Optional<Element> global(String kind, QName name) {
    return Optional.ofNullable(global.get(kind + " " + name));
  }

  /** The declaration itself, or the one it refers to. */
  Element declared(Element declaration) {
    String ref = declaration.getAttribute("ref");
    return ref.isEmpty()
        ? declaration
        : global(declaration.getLocalName(), Xs.name(declaration, ref)).orElse(declaration);
  }

  /** The name an element or attribute has in a message. */
  QName nameOf(Element declaration) {
    boolean top = Xs.is(declaration.getParentNode(), "schema");
    Element schema = declaration.getOwnerDocument().getDocumentElement();
    String form = declaration.getAttribute("form");
    String usual = schema.getAttribute(declaration.getLocalName() + "FormDefault");
    boolean qualified = top || (form.isEmpty() ? usual : form).equals("qualified");
    return new QName(
        qualified ? Xs.targetNamespace(declaration) : "", declaration.getAttribute("name"));
  }

  /** The complex or simple type of an element or attribute; empty for a built-in one. */
  Optional<Element> typeOf(Element declaration) {
    return Xs.child(declaration, "complexType")
        .or(() -> Xs.child(declaration, "simpleType"))
        .or(() -> type(declaration, declaration.getAttribute("type")));
  }

  private Optional<Element> type(Element scope, String prefixed) {
    if (prefixed.isEmpty()) {
      return Optional.empty();
    }
    QName name = Xs.name(scope, prefixed);
    return global("complexType", name).or(() -> global("simpleType", name));
  }

  /** Local name of the built-in type that a simple type or content comes from. */
  String builtIn(Element declaration) {
    Element at = typeOf(declaration).orElse(null);
    String prefixed = declaration.getAttribute("type");
    Element scope = declaration;
    for (int step = 0; at != null && step < DEEPEST; step++) {
      Element derivation = derivation(at).orElse(null);
      if (derivation == null) {
        return "";
      }
      scope = derivation;
      prefixed = derivation.getAttribute("base");
      at =
          Xs.child(derivation, "simpleType")
              .or(() -> type(derivation, derivation.getAttribute("base")))
              .orElse(null);
    }
    QName name = prefixed.isEmpty() ? new QName("") : Xs.name(scope, prefixed);
    return Xs.NS.equals(name.getNamespaceURI()) ? name.getLocalPart() : "";
  }

  /** Values that the type of a declaration lists; empty when it lists none. */
  List<String> enumeration(Element declaration) {
    Element at = typeOf(declaration).orElse(null);
    for (int step = 0; at != null && step < DEEPEST; step++) {
      Element derivation = derivation(at).orElse(null);
      if (derivation == null) {
        return List.of();
      }
      List<Element> values = Xs.children(derivation, "enumeration");
      if (!values.isEmpty()) {
        return values.stream().map(v -> v.getAttribute("value")).toList();
      }
      at = type(derivation, derivation.getAttribute("base")).orElse(null);
    }
    return List.of();
  }

  /** The restriction or extension by which a type is derived. */
  private static Optional<Element> derivation(Element type) {
    Optional<Element> content =
        Xs.child(type, "complexContent").or(() -> Xs.child(type, "simpleContent"));
    Node carrier = content.map(c -> (Node) c).orElse(type);
    return Xs.child(carrier, "extension").or(() -> Xs.child(carrier, "restriction"));
  }

  boolean hasElements(Element type) {
    return Xs.is(type, "complexType") && Xs.child(type, "simpleContent").isEmpty();
  }

  /** The content of a complex type: groups of particles, those of its base first. */
  List<Element> content(Element type) {
    var particles = new ArrayList<Element>();
    Optional<Element> derivation = derivation(type);
    if (derivation.isPresent() && Xs.is(derivation.get(), "extension")) {
      type(derivation.get(), derivation.get().getAttribute("base"))
          .ifPresent(base -> particles.addAll(content(base)));
    }
    particles.addAll(groups(derivation.orElse(type)));
    return particles;
  }

  /** Particles directly below: sequences, choices, groups, elements. */
  List<Element> groups(Element parent) {
    var particles = new ArrayList<Element>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (Xs.is(n, "group")) {
        particles.addAll(groups(declared((Element) n)));
      } else if (Xs.is(n, "sequence") || Xs.is(n, "choice") || Xs.is(n, "all")) {
        particles.add((Element) n);
      } else if (Xs.is(n, "element") && !Xs.is(parent, "schema")) {
        particles.add((Element) n);
      }
    }
    return particles;
  }

  /** Attributes of a complex type, those it overrides left out. */
  Map<QName, Element> attributes(Element type) {
    var attributes = new LinkedHashMap<QName, Element>();
    derivation(type)
        .flatMap(d -> type(d, d.getAttribute("base")))
        .ifPresent(base -> attributes.putAll(attributes(base)));
    addAttributes(derivation(type).orElse(type), attributes);
    attributes.values().removeIf(a -> a.getAttribute("use").equals("prohibited"));
    return attributes;
  }

  private void addAttributes(Element carrier, Map<QName, Element> attributes) {
    for (Element group : Xs.children(carrier, "attributeGroup")) {
      addAttributes(declared(group), attributes);
    }
    for (Element attribute : Xs.children(carrier, "attribute")) {
      attributes.put(nameOf(declared(attribute)), attribute);
    }
  }
}
