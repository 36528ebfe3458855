package de.amtsbote.xoev;

/**
 * One thing a validation found. It names the place and the shape of a value, never the value.
 *
 * @param level the level that found it
 * @param code stable code such as {@code XOEV-X001}; the list stands in {@link FindingCode}
 * @param severity how much it weighs
 * @param line line in the message, from 1; 0 when there is no place
 * @param column column in the message, from 1; 0 when there is no place
 * @param path XPath-like path of the element with positions, such as {@code /a[1]/b[2]}; may be
 *     empty
 * @param rule rule within the level, such as {@code cvc-type.3.1.3} or a Schematron rule id; may be
 *     empty
 * @param expected what the rule asks for; may be empty
 * @param found shape of what was found, such as {@code 9 characters: Aaaaa 999}; may be empty
 * @param cause what is wrong
 * @param remedy what to do about it
 */
public record Finding(
    Level level,
    String code,
    Severity severity,
    int line,
    int column,
    String path,
    String rule,
    String expected,
    String found,
    Text cause,
    Text remedy) {

  /** True when this finding alone makes the message invalid. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same finding with another weight. */
  public Finding as(Severity other) {
    return new Finding(
        level, code, other, line, column, path, rule, expected, found, cause, remedy);
  }

  /** The cause with what was expected and found, in one English text. */
  public String inEnglish() {
    var text = new StringBuilder(cause.english());
    if (!expected.isEmpty() && !cause.english().contains(expected)) {
      text.append(" Expected: ").append(expected).append('.');
    }
    if (!found.isEmpty()) {
      text.append(" Found: ").append(found).append('.');
    }
    return text.toString();
  }
}
