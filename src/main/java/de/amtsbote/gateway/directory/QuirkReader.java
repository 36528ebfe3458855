package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what is special about the messages of partners. */
final class QuirkReader {

  /** These either are or are not; all others have a value. */
  private static final Set<Quirk> SWITCHES = Set.of(Quirk.DOUBLE_BASE64, Quirk.LEADING_BLANKS);

  private static final Set<String> HEADERS =
      new TreeSet<>(Set.of("g2g", "nachrichtenkopf", "xdomea", "xjustiz", "elements", "none"));

  private final Findings findings;

  QuirkReader(Findings findings) {
    this.findings = findings;
  }

  QuirkProfile profile(String name, YamlNode node) {
    if (!node.isMapping()) {
      findings.error(node, "quirks '%s' must have keys and values", name);
    }
    var quirks = new EnumMap<Quirk, String>(Quirk.class);
    node.entries()
        .forEach(
            (key, value) ->
                quirk(key)
                    .ifPresentOrElse(
                        it -> value(it, value).ifPresent(text -> quirks.put(it, text)),
                        () ->
                            findings.error(
                                value, "'%s' is no quirk; known are: %s", key, known())));
    return new QuirkProfile(name, quirks);
  }

  private Optional<String> value(Quirk quirk, YamlNode node) {
    var text = node.text().orElse("");
    if (SWITCHES.contains(quirk) && !text.matches("true|false")) {
      findings.error(node, "%s is true or false", quirk.key());
    } else if (text.isBlank()) {
      findings.error(node, "%s has no value", quirk.key());
    } else if (quirk == Quirk.OLD_HEADER && !HEADERS.contains(text)) {
      findings.error(
          node, "header profile '%s' is unknown; known are: %s", text, String.join(", ", HEADERS));
    } else if (quirk == Quirk.WANTS_FILE_NAME && !text.matches("[\\w-][\\w.-]{0,119}")) {
      findings.error(node, "'%s' is no plain file name", text);
    } else {
      return Optional.of(text);
    }
    return Optional.empty();
  }

  private static Optional<Quirk> quirk(String key) {
    return Arrays.stream(Quirk.values()).filter(it -> it.key().equals(key)).findFirst();
  }

  private static String known() {
    return Arrays.stream(Quirk.values()).map(Quirk::key).collect(Collectors.joining(", "));
  }
}
