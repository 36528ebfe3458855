package de.amtsbote.xoev.xml;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Paths of local names below the root, such as {@code kopf/nummer} or {@code kopf/@version}, as a
 * tree.
 */
public final class Paths {

  private final Map<String, Paths> children = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();
  private String path;
  private boolean end;

  /**
   * The tree of these paths; when an element of one of the {@code ends} ends, nothing more is of
   * interest.
   */
  public static Paths of(Collection<String> wanted, Collection<String> ends) {
    var root = new Paths();
    wanted.forEach(root::add);
    for (String name : ends) {
      root.node(name.split("/")).end = true;
    }
    return root;
  }

  private void add(String wanted) {
    int at = wanted.indexOf('@');
    if (at < 0) {
      node(wanted.split("/")).path = wanted;
    } else {
      String element = at == 0 ? "" : wanted.substring(0, at - 1);
      Paths node = element.isEmpty() ? this : node(element.split("/"));
      node.attributes.put(wanted.substring(at + 1), wanted);
    }
  }

  private Paths node(String... steps) {
    Paths node = this;
    for (String step : steps) {
      node = node.children.computeIfAbsent(step, s -> new Paths());
    }
    return node;
  }

  Paths child(String name) {
    return children.get(name);
  }

  Map<String, String> attributes() {
    return attributes;
  }

  /** The path that ends here, null when only longer ones go through. */
  String path() {
    return path;
  }

  boolean isEnd() {
    return end;
  }
}
