package de.amtsbote.xoev.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Message namespaces of a catalog, the newest release first. */
final class NamespaceIndex {

  /** One namespace of one package. */
  record Entry(StandardPackage standard, MessageNamespace namespace, Set<MessageRoot> roots) {}

  private final Map<String, List<Entry>> byNamespace = new HashMap<>();
  private final List<StandardPackage> packages;

  NamespaceIndex(StandardCatalog catalog) {
    this.packages = catalog.packages();
    for (StandardPackage standard : packages) {
      for (MessageNamespace namespace : standard.manifest().namespaces()) {
        var roots = new HashSet<MessageRoot>();
        standard.manifest().roots().stream()
            .filter(root -> root.namespace().equals(namespace.uri()))
            .forEach(roots::add);
        byNamespace
            .computeIfAbsent(namespace.uri(), n -> new ArrayList<>())
            .add(new Entry(standard, namespace, roots));
      }
    }
    byNamespace.values().forEach(entries -> entries.sort(BY_OWNER_AND_DATE));
  }

  /**
   * The package that owns a namespace before those that only import it; then the latest start
   * first.
   */
  private static final Comparator<Entry> BY_OWNER_AND_DATE =
      Comparator.comparing((Entry e) -> !e.namespace().version().equals(e.standard().version()))
          .thenComparing(
              e -> e.standard().manifest().validity().from().map(d -> -d.toEpochDay()).orElse(0L));

  List<Entry> withNamespace(String uri) {
    return byNamespace.getOrDefault(uri, List.of());
  }

  /** The standard whose namespace differs in its numbers only, or that the message itself names. */
  Optional<String> relative(String uri, String standardAttribute) {
    return byNamespace.values().stream()
        .flatMap(List::stream)
        .filter(
            entry ->
                stem(entry.namespace().uri()).equals(stem(uri))
                    || (!standardAttribute.isEmpty()
                        && entry.namespace().standard().equalsIgnoreCase(standardAttribute)))
        .map(entry -> entry.standard().name())
        .sorted()
        .findFirst();
  }

  List<String> versions(String name) {
    return packages.stream()
        .filter(p -> p.name().equals(name))
        .map(StandardPackage::version)
        .toList();
  }

  private static String stem(String uri) {
    return uri.toLowerCase(Locale.ROOT).replaceAll("[0-9]+[a-z]?([._/-][0-9]+)*", "#");
  }
}
