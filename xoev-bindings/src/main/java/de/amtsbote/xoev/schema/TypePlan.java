package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.regex.LinearPattern;
import java.util.List;

/**
 * What a validator does with the values of one type.
 *
 * @param patterns pattern facets that stand outside the schema
 * @param space what happens to white space before a pattern sees the value
 * @param text true for strings of any length; false where the schema processor needs more than
 *     linear time
 * @param binary true for base64 and hexadecimal contents
 * @param list true for items with blanks between them, each of which is a value
 * @param codeColumn column of the code list the type uses; empty when the schema does not say
 */
public record TypePlan(
    List<PatternRule> patterns,
    Space space,
    boolean text,
    boolean binary,
    boolean list,
    String codeColumn) {

  /** The three ways of XML Schema to treat white space. */
  public enum Space {
    PRESERVE,
    REPLACE,
    COLLAPSE
  }

  /** The first pattern that the value breaks, or null. */
  public PatternRule broken(CharSequence value) {
    if (patterns.isEmpty()) {
      return null;
    }
    CharSequence normalized = normalized(value);
    for (PatternRule rule : patterns) {
      LinearPattern pattern = rule.pattern();
      if (pattern.firstMismatch(normalized) >= 0) {
        return rule;
      }
    }
    return null;
  }

  /** The value as a pattern sees it. */
  public CharSequence normalized(CharSequence value) {
    return switch (space) {
      case PRESERVE -> value;
      case REPLACE -> isClean(value) ? value : replace(value);
      case COLLAPSE -> isCollapsed(value) ? value : collapse(value);
    };
  }

  private static boolean isClean(CharSequence value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      if (value.charAt(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCollapsed(CharSequence value) {
    boolean space = true;
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < ' ' || (c == ' ' && space)) {
        return false;
      }
      space = c == ' ';
    }
    return value.length() == 0 || !space;
  }

  private static CharSequence replace(CharSequence value) {
    return value.toString().replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }

  private static CharSequence collapse(CharSequence value) {
    var out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > ' ') {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    if (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    return out;
  }
}
