package de.amtsbote.osci.inspect;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds one object of a report. */
final class Tree {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a value; null stands as null. */
  Tree put(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Adds a value unless it is null. */
  Tree putIfThere(String name, Object value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  Map<String, Object> build() {
    return values;
  }
}
