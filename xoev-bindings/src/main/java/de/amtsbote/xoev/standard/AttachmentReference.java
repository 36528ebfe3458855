package de.amtsbote.xoev.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element by which messages of a standard name a file that travels beside them.
 *
 * @param element local name of the element
 * @param fields where the element says what: {@code id}, {@code name}, {@code mediaType}, {@code
 *     size}, {@code sha256}, each as the local name of a child, {@code @attribute}, or {@code .}
 *     for the text of the element itself
 */
public record AttachmentReference(String element, Map<String, String> fields) {

  /** The fields there are. */
  public static final List<String> FIELDS = List.of("id", "name", "mediaType", "size", "sha256");

  public AttachmentReference {
    fields = Map.copyOf(fields);
  }

  /** As entries of {@code standard.yaml}. */
  Map<String, Object> entries() {
    var entries = new LinkedHashMap<String, Object>();
    entries.put("element", element);
    FIELDS.stream().filter(fields::containsKey).forEach(f -> entries.put(f, fields.get(f)));
    return entries;
  }
}
