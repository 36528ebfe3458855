package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log and the timeline hold no content of messages, so routes must not write it there. */
final class LogRules {

  /** Expressions of Camel's simple language that give content, or errors that may quote it. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "\\$(?:simple)?\\{\\s*(?:in\\.)?((?:body(?!Type)|mandatoryBody|prettyBody|originalBody"
              + "|exchange\\b|messageAs|attachment|xpath|jsonpath|jq\\b|stax"
              + "|exception\\.(?:message|stacktrace))[^}]*)}");

  private static final Set<String> WRITERS = Set.of("log", "throwException");

  private LogRules() {}

  static void check(RouteFile file, Findings findings) {
    file.root().ifPresent(it -> checkTexts(it, findings));
    file.endpoints().stream()
        .filter(it -> it.scheme().equals("log") && showsBody(it))
        .forEach(
            it ->
                findings.warning(
                    it.node(),
                    "the log component writes the body, which may hold personal data, into the"
                        + " log; set showBody to false"));
  }

  private static void checkTexts(YamlNode node, Findings findings) {
    node.entries()
        .forEach(
            (key, value) -> {
              if (WRITERS.contains(key)) {
                checkText(value, findings);
              }
            });
    Stream.concat(node.items().stream(), node.entries().values().stream())
        .forEach(it -> checkTexts(it, findings));
  }

  private static void checkText(YamlNode writer, Findings findings) {
    writer
        .at("message")
        .or(() -> Optional.of(writer))
        .ifPresent(
            message -> {
              var found = CONTENT.matcher(message.text().orElse(""));
              if (found.find()) {
                findings.warning(
                    message,
                    "${%s} may hold personal data, which must not stand in the log or the"
                        + " timeline; name the message by ${header.AmtsboteMessageId}",
                    found.group(1).strip());
              }
            });
  }

  private static boolean showsBody(EndpointUse use) {
    return Stream.of("showAll", "showStreams").anyMatch(it -> "true".equals(use.raw(it)))
        || !"false".equals(use.raw("showBody"));
  }
}
