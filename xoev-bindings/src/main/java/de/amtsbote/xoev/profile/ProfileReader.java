package de.amtsbote.xoev.profile;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes profiles of YAML entries and says which entry is wrong. */
final class ProfileReader {

  private final String where;

  ProfileReader(String where) {
    this.where = where;
  }

  ValidationProfile profile(Object entry, String path) {
    Map<String, Object> entries = map(entry, path, "levels", "severities", "reportOnly");
    return new ValidationProfile(
        Optional.ofNullable(entries.get("levels")).map(levels -> levels(levels, path)),
        severities(entries.get("severities"), path + "/severities"),
        reportOnly(entries.get("reportOnly"), path + "/reportOnly"));
  }

  private Set<Level> levels(Object entry, String path) {
    String names =
        entry instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
            : String.valueOf(entry);
    try {
      return names.isBlank() ? EnumSet.of(Level.SAFE) : Level.parse(names);
    } catch (XoevException unknown) {
      throw wrong(path + "/levels '" + names + "'");
    }
  }

  private Map<String, Optional<Severity>> severities(Object entry, String path) {
    var weights = new HashMap<String, Optional<Severity>>();
    map(entry, path)
        .forEach(
            (name, weight) -> {
              if (FindingCode.isFixed(name)) {
                throw wrong(path + ": " + name + " has a fixed weight");
              }
              weights.put(name, weight(weight, path + "/" + name));
            });
    return weights;
  }

  /** YAML reads a bare {@code off} as false. */
  private Optional<Severity> weight(Object entry, String path) {
    String name = String.valueOf(entry).toLowerCase(Locale.ROOT);
    if (name.equals("off") || name.equals("false")) {
      return Optional.empty();
    }
    for (Severity severity : Severity.values()) {
      if (severity.key().equals(name)) {
        return Optional.of(severity);
      }
    }
    throw wrong(path + " '" + name + "' (error, warning, information or off)");
  }

  private Map<String, Boolean> reportOnly(Object entry, String path) {
    var files = new HashMap<String, Boolean>();
    if (entry instanceof List<?> list) {
      list.forEach(file -> files.put(String.valueOf(file), true));
      return files;
    }
    map(entry, path)
        .forEach(
            (file, value) -> {
              if (!(value instanceof Boolean only)) {
                throw wrong(path + "/" + file + " (true or false)");
              }
              files.put(file, only);
            });
    return files;
  }

  /** The entries of a map; with names given, no others are allowed. */
  Map<String, Object> map(Object entry, String path, String... allowed) {
    var entries = new LinkedHashMap<String, Object>();
    if (entry instanceof Map<?, ?> map) {
      map.forEach((key, value) -> entries.put(String.valueOf(key), value));
    } else if (entry != null) {
      throw wrong(path + " has no entries");
    }
    for (String key : entries.keySet()) {
      if (allowed.length > 0 && !List.of(allowed).contains(key)) {
        throw wrong(path + " '" + key + "' (" + String.join(", ", allowed) + ")");
      }
    }
    return entries;
  }

  private XoevException wrong(String what) {
    return new XoevException(XoevError.MANIFEST_INVALID, where + ": " + what);
  }
}
