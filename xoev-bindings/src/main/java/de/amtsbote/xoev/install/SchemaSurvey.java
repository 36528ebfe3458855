package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.schema.Declared;
import de.amtsbote.xoev.schema.SchemaClosure;
import de.amtsbote.xoev.schema.SchemaFile;
import de.amtsbote.xoev.schema.SchemaLocator;
import de.amtsbote.xoev.schema.Xs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Looks at all schemas of a delivery and finds out which namespaces have messages, and how they
 * depend.
 */
final class SchemaSurvey {

  private static final int MOST_NAMES = 5;
  private static final String XOEV_NAME = "[^.]+(\\.[^.]+)*\\.[0-9]{3,8}[a-z]?";

  private final Twins twins;
  private final SchemaClosure everything;
  private final Map<String, StandardFacts> facts = new HashMap<>();
  private final Map<String, Map<SchemaFile, Set<String>>> rootsByNamespace = new LinkedHashMap<>();
  private final Map<String, Map<SchemaFile, Set<String>>> substitutes = new LinkedHashMap<>();
  private final Map<String, Map<SchemaFile, Set<String>>> declared = new LinkedHashMap<>();
  private final Map<String, Set<String>> imports = new HashMap<>();
  private final Set<String> declaring = new HashSet<>();
  private final Set<String> leftOut = new TreeSet<>();

  SchemaSurvey(SchemaLocator locator) {
    this.twins = new Twins(locator.ownFiles());
    List<SchemaFile> own = twins.kept();
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
    if (Declared.somethingIn(document)) {
      declaring.add(file.namespace());
    }
    for (Element reference : Xs.children(document.getDocumentElement(), "import")) {
      imports
          .computeIfAbsent(file.namespace(), n -> new TreeSet<>())
          .add(reference.getAttribute("namespace"));
    }
    for (Element element : Xs.children(document.getDocumentElement(), "element")) {
      if (!element.getAttribute("abstract").equals("true")) {
        String name = element.getAttribute("name");
        QName head = Xs.name(element, element.getAttribute("substitutionGroup"));
        boolean used = referenced.contains(new QName(file.namespace(), name).toString());
        boolean stands = referenced.contains(head.toString());
        if (name.matches(XOEV_NAME) || !(used || stands)) {
          add(rootsByNamespace, file, name);
        } else if (stands && !head.getNamespaceURI().equals(file.namespace())) {
          add(substitutes, file, name);
        }
        add(declared, file, name);
      }
    }
  }

  private static void add(
      Map<String, Map<SchemaFile, Set<String>>> to, SchemaFile file, String name) {
    to.computeIfAbsent(file.namespace(), n -> new LinkedHashMap<>())
        .computeIfAbsent(file, f -> new LinkedHashSet<>())
        .add(name);
  }

  /**
   * Where messages have no numbers, they may stand for an element of a library, as the collections
   * of geographic standards do. And where all elements of a schema that nobody imports are used by
   * each other, it is for itself, so they are messages.
   */
  private void addUnnumbered(Set<String> imported) {
    substitutes.forEach(
        (namespace, files) -> {
          var roots = rootsByNamespace.get(namespace);
          if (roots != null && !hasXoevName(roots)) {
            files.forEach((file, names) -> names.forEach(n -> add(rootsByNamespace, file, n)));
          }
        });
    boolean numbered = rootsByNamespace.values().stream().anyMatch(SchemaSurvey::hasXoevName);
    if (!numbered && imported.containsAll(rootsByNamespace.keySet())) {
      declared.forEach(
          (namespace, files) -> {
            if (!imported.contains(namespace)) {
              rootsByNamespace.put(namespace, files);
            }
          });
    }
  }

  /**
   * Namespaces with XÖV message names win, and those that nobody imports but that import them; else
   * those that carry the metadata of a standard; else those that no other schema imports.
   */
  private void keepMessageNamespaces() {
    Set<String> imported = imported();
    addUnnumbered(imported);
    var numbered = new HashSet<String>();
    rootsByNamespace.forEach(
        (ns, files) -> numbered.addAll(hasXoevName(files) ? Set.of(ns) : Set.of()));
    if (!numbered.isEmpty()) {
      var others = new HashMap<>(rootsByNamespace);
      rootsByNamespace
          .keySet()
          .removeIf(ns -> !numbered.contains(ns) && (imported.contains(ns) || !uses(ns, numbered)));
      others.keySet().removeAll(rootsByNamespace.keySet());
      others.keySet().removeAll(imported);
      others.values().forEach(files -> files.values().forEach(leftOut::addAll));
      return;
    }
    var described = new HashSet<>(rootsByNamespace.keySet());
    described.retainAll(facts.keySet());
    if (!described.isEmpty()) {
      rootsByNamespace.keySet().retainAll(described);
    }
    // where only libraries have elements, the delivery is a library
    rootsByNamespace.keySet().removeAll(imported);
  }

  /**
   * Namespaces that are parts of others: imported by one that declares something, and that they do
   * not use themselves.
   */
  private Set<String> imported() {
    var parts = new HashSet<String>();
    imports.forEach(
        (importing, all) -> {
          if (declaring.contains(importing)) {
            all.stream().filter(ns -> !uses(ns, Set.of(importing))).forEach(parts::add);
          }
        });
    return parts;
  }

  /** True when the schemas of a namespace import one of the others, however far below. */
  private boolean uses(String namespace, Set<String> others) {
    var below = new LinkedHashSet<String>();
    order(namespace, below, new HashSet<>());
    below.remove(namespace);
    return !Collections.disjoint(below, others);
  }

  private static boolean hasXoevName(Map<SchemaFile, Set<String>> files) {
    return files.values().stream().flatMap(Set::stream).anyMatch(n -> n.matches(XOEV_NAME));
  }

  /** Elements that could be messages, but stand apart from the messages of the standard. */
  List<Text> leftOut() {
    if (leftOut.isEmpty()) {
      return List.of();
    }
    String names = leftOut.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    String all = leftOut.size() > MOST_NAMES ? names + ", …" : names;
    return List.of(
        new Text(
            leftOut.size() + " Elemente ohne Nachrichtennummer sind keine Nachrichten: " + all,
            leftOut.size() + " elements without a message number are no messages: " + all));
  }

  /** Schemas of a namespace that the delivery has twice with different content. */
  Set<String> differing(String namespace) {
    return twins.differing(namespace);
  }

  /** Versions of the files that declare a message of this namespace which others declare too. */
  List<String> versionsOfRepeated(String namespace) {
    var byName = new HashMap<String, Set<String>>();
    rootsByNamespace
        .get(namespace)
        .forEach(
            (file, names) -> {
              String version =
                  StandardFacts.of(everything.documents().get(file))
                      .map(StandardFacts::version)
                      .orElse(file.version());
              names.forEach(
                  name -> byName.computeIfAbsent(name, n -> new TreeSet<>()).add(version));
            });
    return byName.values().stream()
        .filter(versions -> versions.size() > 1)
        .findFirst()
        .map(List::copyOf)
        .orElse(List.of());
  }

  /** Namespaces with messages, imported ones before those that import them. */
  List<String> namespaces() {
    var ordered = new LinkedHashSet<String>();
    rootsByNamespace.keySet().forEach(ns -> order(ns, ordered, new HashSet<>()));
    ordered.retainAll(rootsByNamespace.keySet());
    return List.copyOf(ordered);
  }

  /**
   * The namespace that the delivery is about: of those that no other one with messages uses, the
   * one with most messages.
   */
  String owner() {
    List<String> all = namespaces();
    List<String> tops =
        all.stream()
            .filter(ns -> all.stream().noneMatch(it -> !it.equals(ns) && uses(it, Set.of(ns))))
            .toList();
    return (tops.isEmpty() ? all : tops)
        .stream().reduce((a, b) -> roots(b).size() >= roots(a).size() ? b : a).orElseThrow();
  }

  private void order(String namespace, Set<String> ordered, Set<String> visiting) {
    if (visiting.add(namespace)) {
      imports.getOrDefault(namespace, Set.of()).forEach(ns -> order(ns, ordered, visiting));
      ordered.add(namespace);
    }
  }

  /**
   * The schemas of a delivery without messages, apart from those that others include; imported
   * namespaces come before those that import them.
   */
  List<SchemaFile> library() {
    var included = new HashSet<SchemaFile>();
    List<SchemaFile> own = twins.kept();
    own.forEach(file -> included.addAll(included(file).stream().filter(f -> f != file).toList()));
    var ordered = new LinkedHashSet<String>();
    own.forEach(file -> order(file.namespace(), ordered, new HashSet<>()));
    var order = List.copyOf(ordered);
    var said = new Declared();
    return own.stream()
        .filter(file -> !included.contains(file))
        .filter(file -> said.isNew(everything.documents().get(file)))
        .sorted(Comparator.comparingInt(file -> order.indexOf(file.namespace())))
        .toList();
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

  /**
   * The one file that includes all message files of the namespace, else all of them. Of several the
   * one that includes most, as the publisher meant it: types may be named by messages only.
   */
  List<SchemaFile> entries(String namespace) {
    var messages = rootsByNamespace.get(namespace).keySet();
    List<SchemaFile> umbrella = List.copyOf(messages);
    int most = 0;
    for (SchemaFile file : everything.documents().keySet()) {
      Set<SchemaFile> parts = file.namespace().equals(namespace) ? included(file) : Set.of();
      if (parts.size() > most && parts.containsAll(messages)) {
        umbrella = List.of(file);
        most = parts.size();
      }
    }
    return umbrella;
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
  List<Document> reachable(String namespace) {
    return List.copyOf(everything.from(entries(namespace)).documents().values());
  }
}
