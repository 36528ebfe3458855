package de.amtsbote.osci.xml;

/** Characters as Canonical XML writes them. */
public final class Escape {

  private Escape() {}

  /**
   * Text of an element.
   *
   * @throws IllegalArgumentException if a character cannot stand in XML
   */
  public static String text(String text) {
    return escape(text, false);
  }

  /**
   * Value of an attribute.
   *
   * @throws IllegalArgumentException if a character cannot stand in XML
   */
  public static String attribute(String value) {
    return escape(value, true);
  }

  private static String escape(String text, boolean attribute) {
    StringBuilder out = null;
    int clean = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String replacement = replacement(c, attribute);
      if (replacement != null) {
        out = out == null ? new StringBuilder(text.length() + 16) : out;
        out.append(text, clean, i).append(replacement);
        clean = i + 1;
      } else if (!isLegal(text, i)) {
        throw new IllegalArgumentException("A character cannot stand in XML");
      }
    }
    return out == null ? text : out.append(text, clean, text.length()).toString();
  }

  private static boolean isLegal(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c >= 0x20 && c < 0xfffe || c == '\t' || c == '\n' || c == '\r';
  }

  static String replacement(char c, boolean attribute) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> attribute ? null : "&gt;";
      case '"' -> attribute ? "&quot;" : null;
      case '\t' -> attribute ? "&#x9;" : null;
      case '\n' -> attribute ? "&#xA;" : null;
      case '\r' -> "&#xD;";
      default -> null;
    };
  }
}
