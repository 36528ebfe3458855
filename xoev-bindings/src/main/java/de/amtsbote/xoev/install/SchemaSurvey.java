package de.amtsbote.xoev.install;

import de.amtsbote.xoev.schema.SchemaClosure;
import de.amtsbote.xoev.schema.SchemaFile;
import de.amtsbote.xoev.schema.SchemaLocator;
import de.amtsbote.xoev.schema.Xs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Looks at all schemas of a delivery and finds out which namespaces have messages, and how they
 * depend.
 */
final class SchemaSurvey {

  private static final String XOEV_NAME = "[^.]+(\\.[^.]+)*\\.[0-9]{3,8}";

  private final SchemaClosure everything;
  private final Map<String, StandardFacts> facts = new HashMap<>();
  private final Map<String, Map<SchemaFile, Set<String>>> rootsByNamespace = new LinkedHashMap<>();
  private final Map<String, Set<String>> imports = new HashMap<>();

  SchemaSurvey(SchemaLocator locator) {
    List<SchemaFile> own = withoutTwins(locator.ownFiles());
    this.everything = new SchemaClosure(locator, own);
    Set<String> referenced = referencedElements();
    everything
        .documents()
        .forEach(
            (file, document) -> {
              StandardFacts.of(document).ifPresent(f -> facts.putIfAbsent(file.namespace(), f));
              if (own.contains(file)) {
                survey(file, document, referenced);
              }
            });
    keepMessageNamespaces();
  }

  /**
   * The same schema twice in a delivery (absolute and relative locations): the relative one is
   * kept.
   */
  private static List<SchemaFile> withoutTwins(List<SchemaFile> files) {
    var kept = new LinkedHashMap<String, SchemaFile>();
    for (SchemaFile file : files) {
      kept.merge(
          file.name() + ' ' + file.namespace(),
          file,
          (a, b) -> b.path().toString().contains("_dev") ? b : a);
    }
    return List.copyOf(kept.values());
  }

  private Set<String> referencedElements() {
    var names = new HashSet<String>();
    for (Document document : everything.documents().values()) {
      for (Element element : Xs.all(document, "element")) {
        if (element.hasAttribute("ref")) {
          names.add(Xs.name(element, element.getAttribute("ref")).toString());
        }
      }
    }
    return names;
  }

  private void survey(SchemaFile file, Document document, Set<String> referenced) {
    for (Element reference : Xs.children(document.getDocumentElement(), "import")) {
      imports
          .computeIfAbsent(file.namespace(), n -> new TreeSet<>())
          .add(reference.getAttribute("namespace"));
    }
    for (Element element : Xs.children(document.getDocumentElement(), "element")) {
      String name = element.getAttribute("name");
      boolean used = referenced.contains("{" + file.namespace() + "}" + name);
      boolean message = name.matches(XOEV_NAME) || !used;
      if (message && !element.getAttribute("abstract").equals("true")) {
        rootsByNamespace
            .computeIfAbsent(file.namespace(), n -> new LinkedHashMap<>())
            .computeIfAbsent(file, f -> new LinkedHashSet<>())
            .add(name);
      }
    }
  }

  /**
   * Namespaces with XÖV message names win; else those that carry the metadata of a standard; else
   * those that no other schema imports.
   */
  private void keepMessageNamespaces() {
    if (rootsByNamespace.values().stream().anyMatch(SchemaSurvey::hasXoevName)) {
      rootsByNamespace.values().removeIf(files -> !hasXoevName(files));
      rootsByNamespace.values().forEach(SchemaSurvey::keepXoevNames);
      return;
    }
    var described = new HashSet<>(rootsByNamespace.keySet());
    described.retainAll(facts.keySet());
    if (!described.isEmpty()) {
      rootsByNamespace.keySet().retainAll(described);
    }
    var imported = new HashSet<String>();
    imports.forEach((from, to) -> imported.addAll(to));
    var top = new HashSet<>(rootsByNamespace.keySet());
    top.removeAll(imported);
    if (!top.isEmpty()) {
      rootsByNamespace.keySet().retainAll(top);
    }
  }

  private static boolean hasXoevName(Map<SchemaFile, Set<String>> files) {
    return files.values().stream().flatMap(Set::stream).anyMatch(n -> n.matches(XOEV_NAME));
  }

  private static void keepXoevNames(Map<SchemaFile, Set<String>> files) {
    files.values().forEach(names -> names.removeIf(name -> !name.matches(XOEV_NAME)));
    files.values().removeIf(Set::isEmpty);
  }

  /** Namespaces with messages, imported ones before those that import them. */
  List<String> namespaces() {
    var ordered = new LinkedHashSet<String>();
    rootsByNamespace.keySet().forEach(ns -> order(ns, ordered, new HashSet<>()));
    ordered.retainAll(rootsByNamespace.keySet());
    return List.copyOf(ordered);
  }

  private void order(String namespace, Set<String> ordered, Set<String> visiting) {
    if (visiting.add(namespace)) {
      imports.getOrDefault(namespace, Set.of()).forEach(ns -> order(ns, ordered, visiting));
      ordered.add(namespace);
    }
  }

  /** Message names of a namespace. */
  List<String> roots(String namespace) {
    return rootsByNamespace.get(namespace).values().stream()
        .flatMap(Set::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /** The standard that owns a namespace, if its schemas say so. */
  Optional<StandardFacts> factsOf(String namespace) {
    return Optional.ofNullable(facts.get(namespace));
  }

  /** The one file that includes all message files of the namespace, else all of them. */
  List<SchemaFile> entries(String namespace) {
    var messages = rootsByNamespace.get(namespace).keySet();
    for (SchemaFile file : everything.documents().keySet()) {
      if (file.namespace().equals(namespace) && included(file).containsAll(messages)) {
        return List.of(file);
      }
    }
    return List.copyOf(messages);
  }

  private Set<SchemaFile> included(SchemaFile start) {
    var reached = new LinkedHashSet<SchemaFile>();
    var open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      SchemaFile file = open.remove(open.size() - 1);
      if (reached.add(file) && everything.documents().containsKey(file)) {
        for (Element include :
            Xs.children(everything.documents().get(file).getDocumentElement(), "include")) {
          everything.target(file, include).ifPresent(open::add);
        }
      }
    }
    return reached;
  }

  /** All documents, those of imported packages included. */
  SchemaClosure closure() {
    return everything;
  }

  /** The documents that the messages of a namespace can reach. */
  List<Document> reachable(String namespace, SchemaLocator locator) {
    return List.copyOf(new SchemaClosure(locator, entries(namespace)).documents().values());
  }
}
