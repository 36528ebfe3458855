package de.amtsbote.xoev.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Namespaces that are imported from several files. The schema factory takes the first file of a
 * namespace and ignores the others, so those that declare different things are joined; where two
 * declare the same, one of them is a copy or another version, and the first one counts.
 */
final class JoinedImports {

  private static final Map<String, String> KINDS =
      Map.of(
          "element", "element",
          "attribute", "attribute",
          "simpleType", "type",
          "complexType", "type",
          "group", "group",
          "attributeGroup", "attributeGroup");

  private final SchemaClosure closure;
  private final Map<String, Set<SchemaFile>> joined = new LinkedHashMap<>();

  /**
   * @param entries their namespaces have drivers of their own
   */
  JoinedImports(SchemaClosure closure, List<SchemaFile> entries) {
    this.closure = closure;
    closure
        .documents()
        .forEach(
            (file, document) ->
                Xs.children(document.getDocumentElement(), "import")
                    .forEach(reference -> add(file, reference)));
    entries.forEach(entry -> joined.remove(entry.namespace()));
    joined.values().removeIf(files -> !isWorthIt(files));
  }

  private void add(SchemaFile file, Element reference) {
    String namespace = reference.getAttribute("namespace");
    closure
        .target(file, reference)
        .filter(target -> target.namespace().equals(namespace))
        .ifPresent(t -> joined.computeIfAbsent(namespace, n -> new LinkedHashSet<>()).add(t));
  }

  boolean isEmpty() {
    return joined.isEmpty();
  }

  /** The namespaces, each with the files that are to be included. */
  Map<String, Set<SchemaFile>> byNamespace() {
    return joined;
  }

  /** Where an import of this namespace leads to instead. */
  Optional<String> systemId(String namespace) {
    int at = List.copyOf(joined.keySet()).indexOf(namespace);
    return at < 0 ? Optional.empty() : Optional.of(SchemaCompiler.driverId("joined-" + at));
  }

  private boolean isWorthIt(Collection<SchemaFile> files) {
    var all = new LinkedHashSet<SchemaFile>();
    files.forEach(file -> all.addAll(included(file)));
    boolean apart = files.stream().noneMatch(file -> included(file).containsAll(all));
    var names = new HashSet<String>();
    return apart && all.stream().allMatch(file -> declaresOnlyNew(file, names));
  }

  private boolean declaresOnlyNew(SchemaFile file, Set<String> names) {
    Document document = closure.documents().get(file);
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

  private Set<SchemaFile> included(SchemaFile start) {
    var reached = new LinkedHashSet<SchemaFile>();
    var open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      SchemaFile file = open.removeFirst();
      if (reached.add(file)) {
        Node root = closure.documents().get(file).getDocumentElement();
        Xs.children(root, "include")
            .forEach(include -> closure.target(file, include).ifPresent(open::add));
      }
    }
    return reached;
  }
}
