package de.amtsbote.xoev.standard;

import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a {@link Manifest} of the entries of a YAML file and says which one is wrong. */
final class ManifestReader {

  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");

  private final String where;
  private final Map<String, Object> entries;

  ManifestReader(String where, Map<String, Object> entries) {
    this.where = where;
    this.entries = entries;
  }

  Manifest manifest() {
    var roots = new ArrayList<MessageRoot>();
    var namespaces = new ArrayList<MessageNamespace>();
    for (Map<String, Object> entry : maps("namespaces")) {
      String uri = text(entry, "uri", null);
      namespaces.add(
          new MessageNamespace(
              uri,
              text(entry, "standard", ""),
              text(entry, "version", ""),
              text(entry, "versionAt", "")));
      list(entry, "roots").forEach(name -> roots.add(new MessageRoot(uri, name)));
    }
    return new Manifest(
        folder("name").toLowerCase(Locale.ROOT),
        text(entries, "title", text(entries, "name", null)),
        text(entries, "kennung", ""),
        folder("version"),
        new Validity(day("validFrom"), day("validUntil"), number("graceDays")),
        text(entries, "header", "none"),
        texts(entries, "headerPaths"),
        namespaces,
        roots,
        list(entries, "schemas"),
        texts(entries, "locations"),
        maps("rules").stream().map(this::rule).toList(),
        list(entries, "codeLists"),
        maps("attachments").stream().map(this::attachment).toList(),
        replies(map(entries.get("replies"), "replies")),
        list(entries, "requires"));
  }

  private AttachmentReference attachment(Map<String, Object> entry) {
    var fields = new LinkedHashMap<String, String>();
    entry.forEach(
        (key, value) -> {
          if (AttachmentReference.FIELDS.contains(key)) {
            fields.put(key, String.valueOf(value));
          } else if (!key.equals("element")) {
            throw wrong("attachments/" + key + " (element, id, name, mediaType, size, sha256)");
          }
        });
    if (!fields.containsKey("id") && !fields.containsKey("name")) {
      throw wrong("attachments: id or name is missing");
    }
    return new AttachmentReference(text(entry, "element", null), fields);
  }

  private ReplySettings replies(Map<String, Object> entry) {
    return new ReplySettings(
        texts(entry, "reasons"), texts(entry, "lists"), texts(entry, "values"));
  }

  private RuleFile rule(Map<String, Object> entry) {
    String roots = text(entry, "roots", ".*");
    try {
      Pattern.compile(roots);
    } catch (PatternSyntaxException wrong) {
      throw new XoevException(
          XoevError.MANIFEST_INVALID, where + ": rules/roots '" + roots + "'", wrong);
    }
    var severities = new LinkedHashMap<String, Severity>();
    texts(entry, "severities").forEach((id, name) -> severities.put(id, severity(name)));
    return new RuleFile(
        text(entry, "file", null),
        roots,
        Boolean.parseBoolean(text(entry, "reportOnly", "false")),
        severities);
  }

  private Severity severity(String name) {
    try {
      return Severity.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw wrong("severities '" + name + "' (error, warning or information)");
    }
  }

  private String folder(String key) {
    String value = text(entries, key, null);
    if (!FOLDER.matcher(value).matches()) {
      throw wrong(key + " '" + value + "' (letters, digits, '.', '_', '-', '+')");
    }
    return value;
  }

  private Optional<LocalDate> day(String key) {
    Object value = entries.get(key);
    if (value == null || String.valueOf(value).isBlank()) {
      return Optional.empty();
    }
    if (value instanceof Date date) {
      return Optional.of(date.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
    }
    try {
      return Optional.of(LocalDate.parse(String.valueOf(value)));
    } catch (DateTimeException wrong) {
      throw wrong(key + " '" + value + "' (write 2026-11-01)");
    }
  }

  private int number(String key) {
    try {
      return Integer.parseInt(text(entries, key, "0"));
    } catch (NumberFormatException wrong) {
      throw wrong(key + " is no number");
    }
  }

  private String text(Map<String, Object> map, String key, String otherwise) {
    Object value = map.get(key);
    if (value == null && otherwise == null) {
      throw wrong(key + " is missing");
    }
    return value == null ? otherwise : String.valueOf(value);
  }

  private List<String> list(Map<String, Object> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw wrong(key + " is no list");
  }

  private Map<String, String> texts(Map<String, Object> map, String key) {
    var found = new LinkedHashMap<String, String>();
    map(map.get(key), key).forEach((k, v) -> found.put(k, String.valueOf(v)));
    return found;
  }

  private List<Map<String, Object>> maps(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(entry -> map(entry, key)).toList();
    }
    throw wrong(key + " is no list");
  }

  private Map<String, Object> map(Object value, String key) {
    var found = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> found.put(String.valueOf(k), v));
    } else if (value != null) {
      throw wrong(key + " has no entries");
    }
    return found;
  }

  private XoevException wrong(String what) {
    return new XoevException(XoevError.MANIFEST_INVALID, where + ": " + what);
  }
}
