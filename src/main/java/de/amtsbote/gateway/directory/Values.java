package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/** Reads single values of directory entries, and says of each that is wrong what it should be. */
final class Values {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern XML_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

  private final Findings findings;

  Values(Findings findings) {
    this.findings = findings;
  }

  Optional<DataSize> size(YamlNode node, String key, long smallest) {
    var text = node.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var size = DataSize.parse(text.get());
      if (size.toBytes() >= smallest) {
        return Optional.of(size);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    findings.error(
        node.at(key).orElse(node), "%s '%s' is no size; write it like 10MB", key, text.get());
    return Optional.empty();
  }

  Optional<Integer> number(YamlNode node, String key) {
    var text = node.text(key);
    if (text.isPresent() && !text.get().matches("\\d{1,6}")) {
      findings.error(node.at(key).orElse(node), "%s '%s' is no number", key, text.get());
      return Optional.empty();
    }
    return text.map(Integer::valueOf);
  }

  boolean flag(YamlNode node, String key, boolean usual) {
    var text = node.text(key);
    if (text.isPresent() && !text.get().matches("true|false")) {
      findings.error(node.at(key).orElse(node), "%s is true or false", key);
    }
    return text.map(Boolean::valueOf).orElse(usual);
  }

  boolean legacy(YamlNode node) {
    var algorithms = node.text("algorithms").orElse("standard");
    if (!Set.of("standard", "legacy").contains(algorithms)) {
      findings.error(
          node.at("algorithms").orElse(node),
          "algorithms '%s' is unknown; write standard or legacy",
          algorithms);
    }
    return algorithms.equals("legacy");
  }

  Optional<URI> url(YamlNode node, String key) {
    var url = node.text(key).orElse("");
    if (url.matches("https?://\\S+")) {
      try {
        return Optional.of(URI.create(url));
      } catch (IllegalArgumentException e) {
        // said below
      }
    }
    findings.error(
        node.at(key).orElse(node), "%s is missing or does not begin with http(s)://", key);
    return Optional.empty();
  }

  String id(YamlNode node, String key, String usual) {
    var id = node.text(key).orElse(usual);
    if (!XML_ID.matcher(id).matches()) {
      findings.error(
          node.at(key).orElse(node),
          "%s '%s' cannot be an XML id; use letters, digits, '.', '_' and '-'",
          key,
          id);
    }
    return id;
  }

  Set<String> texts(YamlNode node, String key) {
    var texts = new LinkedHashSet<String>();
    var list = node.at(key);
    if (list.isPresent() && !list.get().isSequence()) {
      findings.error(list.get(), "%s must be a list", key);
    }
    list.ifPresent(it -> it.items().forEach(item -> item.text().ifPresent(texts::add)));
    return texts;
  }

  void checkName(String name, YamlNode node) {
    if (!NAME.matcher(name).matches()) {
      findings.error(node, "'%s' is no name; use letters, digits, '.', '_' and '-'", name);
    }
  }

  /** Refuses keys that are not known, so that a misspelt one does not go unnoticed. */
  void knows(YamlNode node, Set<String> keys, String what) {
    if (!node.isMapping()) {
      findings.error(node, "%s must have keys and values", what);
    }
    node.entries()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                findings.error(value, "%s has no '%s'", what, key);
              }
            });
  }
}
