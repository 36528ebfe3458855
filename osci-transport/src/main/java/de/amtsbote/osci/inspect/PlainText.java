package de.amtsbote.osci.inspect;

import java.util.List;
import java.util.Map;

/** Writes a tree as indented lines; what is absent or empty is left out. */
final class PlainText {

  private final StringBuilder out = new StringBuilder();

  String write(Map<?, ?> tree) {
    object(tree, "");
    return out.toString();
  }

  private void object(Map<?, ?> map, String indent) {
    map.forEach((name, value) -> entry(name.toString(), value, indent));
  }

  private void entry(String name, Object value, String indent) {
    if (value == null
        || value instanceof List<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty()) {
      return;
    }
    out.append(indent).append(name).append(':');
    if (value instanceof Map<?, ?> map) {
      out.append('\n');
      object(map, indent + "  ");
    } else if (value instanceof List<?> list) {
      list(list, indent);
    } else {
      out.append(' ').append(printable(value.toString())).append('\n');
    }
  }

  private void list(List<?> list, String indent) {
    out.append('\n');
    for (var value : list) {
      out.append(indent).append("  -");
      if (value instanceof Map<?, ?> map) {
        out.append('\n');
        object(map, indent + "    ");
      } else {
        out.append(' ').append(printable(String.valueOf(value))).append('\n');
      }
    }
  }

  /**
   * Control characters of a hostile message must not reach a terminal, nor those that turn lines
   * around.
   */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
