package de.amtsbote.xoev.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Namespaces with messages that import each other. Whichever comes first would bring in a part of
 * the other, and the schema factory would ignore the rest of it later; so all imports lead to the
 * whole namespace, to the driver of its entries.
 */
final class Tangle {

  private final Map<String, List<SchemaFile>> byNamespace;
  private final List<String> order;
  private final boolean there;

  Tangle(SchemaClosure closure, List<SchemaFile> entries) {
    this.byNamespace = SchemaCompiler.byNamespace(entries);
    this.order = new ArrayList<>(byNamespace.keySet());
    boolean found = false;
    for (int i = 0; i + 1 < order.size(); i++) {
      List<String> later = order.subList(i + 1, order.size());
      found |=
          closure.from(byNamespace.get(order.get(i))).documents().keySet().stream()
              .anyMatch(file -> later.contains(file.namespace()));
    }
    this.there = found;
  }

  /** False when every namespace comes before those that import it. */
  boolean isThere() {
    return there;
  }

  /** Where imports of this namespace lead to. */
  Optional<String> driverOf(String namespace) {
    int at = order.indexOf(namespace);
    return at < 0 ? Optional.empty() : Optional.of(SchemaCompiler.driverId("driver-" + at));
  }

  /** The drivers by their system ids. */
  Map<String, byte[]> drivers() {
    var drivers = new HashMap<String, byte[]>();
    byNamespace.forEach(
        (namespace, files) ->
            drivers.put(
                driverOf(namespace).orElseThrow(), SchemaCompiler.driver(namespace, files)));
    return drivers;
  }
}
