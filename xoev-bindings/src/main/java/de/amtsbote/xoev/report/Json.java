package de.amtsbote.xoev.report;

/** Writes JSON objects; small enough to need no library. */
final class Json {

  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  Json open(char bracket) {
    comma();
    out.append(bracket);
    first = true;
    return this;
  }

  Json close(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }

  Json name(String name) {
    comma();
    quote(name);
    out.append(':');
    first = true;
    return this;
  }

  Json field(String name, String value) {
    name(name);
    quote(value);
    first = false;
    return this;
  }

  Json field(String name, long value) {
    name(name);
    out.append(value);
    first = false;
    return this;
  }

  private void comma() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
