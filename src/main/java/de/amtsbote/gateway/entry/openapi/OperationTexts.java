package de.amtsbote.gateway.entry.openapi;

import de.amtsbote.gateway.message.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is written of one operation; every entry may be missing. */
final class OperationTexts {

  private final Map<String, Object> entries;
  private final Map<String, List<String>> groups;

  OperationTexts(Map<String, Object> entries, Map<String, List<String>> groups) {
    this.entries = entries;
    this.groups = groups;
  }

  String text(String key) {
    return (String) entries.get(key);
  }

  boolean is(String key) {
    return Boolean.TRUE.equals(entries.get(key));
  }

  /** The status of the good answer; null when the code says it. */
  String status() {
    return entries.get("status") == null ? null : entries.get("status").toString();
  }

  Object value(String key) {
    return entries.get(key);
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> map(String key) {
    return (Map<String, Object>) entries.getOrDefault(key, Map.of());
  }

  /** All refusals, groups of them resolved, with those that every account may meet. */
  List<ErrorCode> refusals() {
    var names = new ArrayList<>(groups.getOrDefault("account", List.of()));
    for (var each : strings(entries.get("refusals"))) {
      names.addAll(groups.getOrDefault(each, List.of(each)));
    }
    return names.stream().map(ErrorCode::valueOf).distinct().toList();
  }

  @SuppressWarnings("unchecked")
  static List<String> strings(Object value) {
    return value == null ? List.of() : (List<String>) value;
  }
}
