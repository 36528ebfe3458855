package de.amtsbote.osci.inspect;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes a tree as JSON (RFC 8259), two blanks per level. */
final class JsonText {

  private final StringBuilder out = new StringBuilder();

  String write(Object tree) {
    value(tree, "");
    return out.append('\n').toString();
  }

  private void value(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      object(map, indent);
    } else if (value instanceof List<?> list) {
      array(list, indent);
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void object(Map<?, ?> map, String indent) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    var inner = indent + "  ";
    out.append("{\n");
    for (var entries = map.entrySet().iterator(); entries.hasNext(); ) {
      var entry = entries.next();
      out.append(inner);
      text(entry.getKey().toString());
      out.append(": ");
      value(entry.getValue(), inner);
      separate(entries);
    }
    out.append(indent).append('}');
  }

  private void array(List<?> list, String indent) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    var inner = indent + "  ";
    out.append("[\n");
    for (var values = list.iterator(); values.hasNext(); ) {
      out.append(inner);
      value(values.next(), inner);
      separate(values);
    }
    out.append(indent).append(']');
  }

  private void separate(Iterator<?> rest) {
    out.append(rest.hasNext() ? ",\n" : "\n");
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isInvisible(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** JSON allows most of them as they are, terminals and readers of logs do not. */
  private static boolean isInvisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
