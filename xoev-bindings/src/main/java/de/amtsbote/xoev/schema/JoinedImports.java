package de.amtsbote.xoev.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Namespaces that are imported from several files. The schema factory takes the first file of a
 * namespace and ignores the others, so those that declare different things are joined; where two
 * declare the same, one of them is a copy or another version, and the first one counts.
 */
final class JoinedImports {

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
    closure.targets(file, reference).stream()
        .filter(target -> target.namespace().equals(namespace))
        .forEach(t -> joined.computeIfAbsent(namespace, n -> new LinkedHashSet<>()).add(t));
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
    var declared = new Declared();
    return files.size() > 1
        && all.stream().allMatch(file -> declared.isNew(closure.documents().get(file)));
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
