package de.amtsbote.xoev.standard;

import java.util.Map;

/**
 * What an operator says for answers in a standard, where its schemas leave something open.
 *
 * @param reasons reason codes of the standard by the general ones ({@code X001})
 * @param lists versions of code lists by their URI
 * @param values contents by path below the root, such as {@code rueckweisung/stelle/name}
 */
public record ReplySettings(
    Map<String, String> reasons, Map<String, String> lists, Map<String, String> values) {

  /** Nothing is said. */
  public static final ReplySettings NONE = new ReplySettings(Map.of(), Map.of(), Map.of());

  public ReplySettings {
    reasons = Map.copyOf(reasons);
    lists = Map.copyOf(lists);
    values = Map.copyOf(values);
  }
}
