package de.amtsbote.gateway.message;

import com.fasterxml.jackson.annotation.JsonAlias;

/**
 * One thing that a validation found; it tells where and which rule, never the offending value.
 *
 * @param level level of validation that found it, e.g. {@code xsd}
 * @param code stable code, e.g. {@code XOEV-X001}; see docs/errors.md
 * @param severity error, warning or information
 * @param line line in the payload, from 1; 0 when unknown
 * @param column column in the payload, from 1; 0 when unknown
 * @param path path of the element, empty when unknown
 * @param message what is wrong, in English, with what was expected and found
 * @param rule the violated rule, e.g. {@code cvc-datatype-valid.1.2.1}
 * @param expected what the rule asks for
 * @param found shape of what was found
 * @param cause what is wrong
 * @param remedy what to do about it
 */
public record Finding(
    String level,
    String code,
    String severity,
    int line,
    int column,
    String path,
    @JsonAlias("text") String message,
    String rule,
    String expected,
    String found,
    Words cause,
    Words remedy) {

  /** The severity that makes a message invalid. */
  public static final String ERROR = "error";

  public Finding {
    level = level == null ? "" : level;
    code = code == null ? "" : code;
    severity = severity == null ? ERROR : severity;
    path = path == null ? "" : path;
    message = message == null ? "" : message;
    rule = rule == null ? "" : rule;
    expected = expected == null ? "" : expected;
    found = found == null ? "" : found;
    cause = cause == null ? new Words(message, message) : cause;
    remedy = remedy == null ? new Words("", "") : remedy;
  }

  /** The same sentence in both languages of the reports. */
  public record Words(String de, String en) {}

  /** An error of which only place, rule and sentence are known. */
  public static Finding of(int line, int column, String path, String rule, String message) {
    return new Finding(null, null, null, line, column, path, message, rule, null, null, null, null);
  }
}
