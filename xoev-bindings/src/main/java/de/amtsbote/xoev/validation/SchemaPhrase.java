package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How to read a rule of the schema validator, and what to tell people.
 *
 * @param pattern groups {@code value}, {@code name}, {@code attribute}, {@code expected}, as far as
 *     it has them
 */
record SchemaPhrase(Pattern pattern, Text cause, Text remedy) {

  private static final Map<String, SchemaPhrase> PHRASES = load();
  private static final SchemaPhrase OTHER =
      new SchemaPhrase(
          Pattern.compile("(?!)"), FindingCode.SCHEMA.cause(), FindingCode.SCHEMA.remedy());

  static SchemaPhrase of(String rule) {
    return PHRASES.getOrDefault(rule, OTHER);
  }

  boolean has(String group) {
    return pattern.pattern().contains("(?<" + group + ">");
  }

  private static Map<String, SchemaPhrase> load() {
    try (InputStream in = SchemaPhrase.class.getResourceAsStream("schema-phrases.yaml")) {
      Map<String, Map<String, Object>> all =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      var phrases = new HashMap<String, SchemaPhrase>();
      all.forEach(
          (rules, entry) -> {
            var phrase =
                new SchemaPhrase(
                    Pattern.compile(String.valueOf(entry.get("reads")), Pattern.DOTALL),
                    new Text(
                        String.valueOf(entry.get("ursache")), String.valueOf(entry.get("cause"))),
                    new Text(
                        String.valueOf(entry.get("abhilfe")), String.valueOf(entry.get("remedy"))));
            for (String rule : rules.split(",")) {
              phrases.put(rule.strip(), phrase);
            }
          });
      return Map.copyOf(phrases);
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, "schema-phrases.yaml", unreadable);
    }
  }
}
