package de.amtsbote.xoev.attachment;

import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.standard.AttachmentReference;
import de.amtsbote.xoev.xml.PathCollector.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gathers the references of a message while somebody else reads it. */
public final class ReferenceCollector {

  private static final int MOST_REFERENCES = 100_000;
  private static final int MOST_TEXT = 1_024;

  private final Map<String, AttachmentReference> rules = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final Supplier<Place> here;
  private final StringBuilder text = new StringBuilder();
  private Map<String, String> fields;
  private AttachmentReference rule;
  private Place place;
  private String field;
  private int depth;

  /**
   * @param rules elements that name files
   * @param here the place in the message at this moment
   */
  public ReferenceCollector(List<AttachmentReference> rules, Supplier<Place> here) {
    rules.forEach(r -> this.rules.putIfAbsent(r.element(), r));
    this.here = here;
  }

  /** An element starts. */
  public void start(String localName, Names attributes) {
    if (rule != null) {
      depth++;
      field = depth == 1 ? fieldAt(localName) : null;
      text.setLength(0);
      return;
    }
    rule = rules.get(localName);
    if (rule != null) {
      depth = 0;
      place = here.get();
      fields = new HashMap<>();
      for (int i = 0; i < attributes.count(); i++) {
        String attribute = fieldAt("@" + attributes.name(i));
        if (attribute != null) {
          fields.put(attribute, attributes.value(i).strip());
        }
      }
      field = fieldAt(".");
      text.setLength(0);
    }
  }

  private String fieldAt(String path) {
    for (Map.Entry<String, String> known : rule.fields().entrySet()) {
      if (known.getValue().equals(path)) {
        return known.getKey();
      }
    }
    return null;
  }

  /** True when the next characters belong to a reference. */
  public boolean wantsText() {
    return field != null && text.length() < MOST_TEXT;
  }

  /** Characters of the element that is open. */
  public void characters(char[] buffer, int start, int length) {
    text.append(buffer, start, length);
  }

  /** An element ends. */
  public void end() {
    if (rule == null) {
      return;
    }
    if (field != null) {
      fields.putIfAbsent(field, text.toString().strip());
      field = null;
    }
    if (depth-- == 0) {
      boolean names = fields.containsKey("id") || fields.containsKey("name");
      if (names && references.size() < MOST_REFERENCES) {
        references.add(new Reference(place, fields));
      }
      rule = null;
    }
  }

  List<Reference> references() {
    return references;
  }
}
