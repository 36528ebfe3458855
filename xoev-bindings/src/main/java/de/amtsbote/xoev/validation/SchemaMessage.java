package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Shape;
import de.amtsbote.xoev.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message of the schema validator says, without the values it quotes.
 *
 * @param rule the rule of XML Schema, such as {@code cvc-enumeration-valid}
 * @param attribute name of the attribute that is wrong; empty for elements
 * @param expected what the schema asks for
 * @param found shape of the value, or the name of an unexpected element
 */
record SchemaMessage(
    String rule, String attribute, String expected, String found, Text cause, Text remedy) {

  private static final int LONGEST = 20_000;
  private static final int LONGEST_EXPECTED = 500;
  private static final Pattern RULE =
      Pattern.compile("([a-zA-Z]+[a-zA-Z0-9_.-]*): (.*)", Pattern.DOTALL);

  static SchemaMessage of(String text) {
    String message = text == null ? "" : text;
    Matcher head = RULE.matcher(message.length() > LONGEST ? message.substring(0, 200) : message);
    String rule = head.matches() ? head.group(1) : "cvc";
    String rest = head.matches() && message.length() <= LONGEST ? head.group(2) : "";
    SchemaPhrase phrase = SchemaPhrase.of(rule);
    Matcher parts = phrase.pattern().matcher(rest);
    boolean fits = parts.matches();
    return new SchemaMessage(
        rule,
        fits ? group(phrase, parts, "attribute") : "",
        fits ? shortened(expected(phrase, parts)) : "",
        fits ? found(phrase, parts) : "",
        phrase.cause(),
        phrase.remedy());
  }

  private static String expected(SchemaPhrase phrase, Matcher parts) {
    String expected = group(phrase, parts, "expected");
    // {"http://namespace":name, ...} is for programs; people read the names
    return expected.replaceAll("\"[^\"]*\":", "").replaceAll("[{}]", "");
  }

  private static String found(SchemaPhrase phrase, Matcher parts) {
    String name = group(phrase, parts, "name").replaceAll("\\{\"[^\"]*\":([^}]*)\\}", "$1");
    return name.isEmpty() && phrase.has("value") ? Shape.of(group(phrase, parts, "value")) : name;
  }

  private static String group(SchemaPhrase phrase, Matcher parts, String name) {
    String group = phrase.has(name) ? parts.group(name) : "";
    return group == null ? "" : group;
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_EXPECTED ? text.substring(0, LONGEST_EXPECTED) + "…" : text;
  }
}
