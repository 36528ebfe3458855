package de.amtsbote.osci.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Name space declarations and {@code xml:} attributes in force, element by element. */
final class Scope {

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();

  void open() {
    marks.add(names.size());
  }

  void close() {
    int mark = marks.remove(marks.size() - 1);
    while (names.size() > mark) {
      names.remove(names.size() - 1);
      values.remove(values.size() - 1);
    }
  }

  /** Adds to the innermost element; tells whether that changes what was in force. */
  boolean declare(String name, String value) {
    boolean changes = !value.equals(get(name));
    names.add(name);
    values.add(value);
    return changes;
  }

  /** What is in force; empty text if nothing was ever declared. */
  String get(String name) {
    int at = names.lastIndexOf(name);
    return at < 0 ? "" : values.get(at);
  }

  /** Everything in force, in canonical order. */
  Map<String, String> inForce() {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      all.put(names.get(i), values.get(i));
    }
    all.values().removeIf(String::isEmpty);
    return all;
  }
}
