package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/** Reads single entries of the directory. */
final class EntryReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern READER = Pattern.compile("[A-Za-z]{2,10}:\\S+");
  private static final Pattern XML_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");
  private static final String DEFAULT_CONTAINER = "DATA";
  private static final String DEFAULT_CONTENT = "MESSAGE";
  private static final long SMALLEST_CHUNK = 1024;

  private final Findings findings;
  private final CertificateReader certificates;

  EntryReader(Findings findings, Clock clock) {
    this.findings = findings;
    this.certificates = new CertificateReader(findings, clock);
  }

  Optional<Intermediary> intermediary(String name, YamlNode node) {
    checkName(name, node);
    knows(
        node,
        Set.of(
            "url",
            "cipher-certificate",
            "signature-certificate",
            "chunk-above",
            "chunk-size",
            "algorithms"),
        "an intermediary");
    var url = url(node);
    var cipher = certificates.required(node, "cipher-certificate");
    var signature = certificates.required(node, "signature-certificate");
    var above = size(node, "chunk-above", 0);
    var chunk = size(node, "chunk-size", SMALLEST_CHUNK);
    var legacy = legacy(node);
    return url.isPresent() && cipher.isPresent() && signature.isPresent()
        ? Optional.of(
            new Intermediary(name, url.get(), cipher.get(), signature.get(), above, chunk, legacy))
        : Optional.empty();
  }

  Optional<Partner> partner(
      String name,
      YamlNode node,
      Map<String, Intermediary> intermediaries,
      Map<String, QuirkProfile> profiles) {
    checkName(name, node);
    knows(node, Set.of("name", "readers", "services", "quirks", "osci"), "a partner");
    var readers = texts(node, "readers");
    readers.stream()
        .filter(it -> !READER.matcher(it).matches())
        .forEach(
            it ->
                findings.error(
                    node.at("readers").orElse(node),
                    "reader '%s' has no prefix; write it like ags:99000001",
                    it));
    var quirks = quirks(node, profiles);
    return node.at("osci")
        .or(
            () -> {
              findings.error(node, "partner '%s' has no channel; add osci", name);
              return Optional.empty();
            })
        .flatMap(it -> channel(it, intermediaries))
        .map(
            osci ->
                new Partner(
                    name,
                    node.text("name").orElse(name),
                    readers,
                    texts(node, "services"),
                    quirks,
                    osci));
  }

  private QuirkProfile quirks(YamlNode node, Map<String, QuirkProfile> profiles) {
    var name = node.text("quirks");
    if (name.isPresent() && !profiles.containsKey(name.get())) {
      findings.error(
          node.at("quirks").orElse(node),
          "quirks '%s' are unknown; the directory has: %s",
          name.get(),
          profiles.isEmpty() ? "none" : String.join(", ", profiles.keySet()));
    }
    return name.map(profiles::get).orElse(QuirkProfile.STRICT);
  }

  private Optional<OsciChannel> channel(YamlNode node, Map<String, Intermediary> intermediaries) {
    knows(
        node,
        Set.of(
            "intermediary",
            "cipher-certificate",
            "signature-certificate",
            "container",
            "content",
            "algorithms"),
        "osci");
    var intermediary = known(node, intermediaries);
    var cipher = certificates.required(node, "cipher-certificate");
    Optional<X509Certificate> signature = certificates.optional(node, "signature-certificate");
    var container = id(node, "container", DEFAULT_CONTAINER);
    var content = id(node, "content", DEFAULT_CONTENT);
    var legacy = legacy(node);
    if (legacy && signature.isEmpty()) {
      findings.error(
          node,
          "algorithms: legacy needs the partner's signature-certificate, which tells that a"
              + " delivery is his");
    }
    return intermediary.isPresent() && cipher.isPresent()
        ? Optional.of(
            new OsciChannel(
                intermediary.get(), cipher.get(), signature, container, content, legacy))
        : Optional.empty();
  }

  private Optional<Intermediary> known(YamlNode node, Map<String, Intermediary> intermediaries) {
    var name = node.text("intermediary");
    if (name.isEmpty()) {
      findings.error(node, "intermediary is missing");
    } else if (!intermediaries.containsKey(name.get())) {
      findings.error(
          node.at("intermediary").orElse(node),
          "intermediary '%s' is unknown; the directory has: %s",
          name.get(),
          String.join(", ", intermediaries.keySet()));
    }
    return name.map(intermediaries::get);
  }

  private Optional<DataSize> size(YamlNode node, String key, long smallest) {
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

  private boolean legacy(YamlNode node) {
    var algorithms = node.text("algorithms").orElse("standard");
    if (!Set.of("standard", "legacy").contains(algorithms)) {
      findings.error(
          node.at("algorithms").orElse(node),
          "algorithms '%s' is unknown; write standard or legacy",
          algorithms);
    }
    return algorithms.equals("legacy");
  }

  private Optional<URI> url(YamlNode node) {
    var url = node.text("url").orElse("");
    if (url.matches("https?://\\S+")) {
      try {
        return Optional.of(URI.create(url));
      } catch (IllegalArgumentException e) {
        // said below
      }
    }
    findings.error(node.at("url").orElse(node), "url is missing or does not begin with http(s)://");
    return Optional.empty();
  }

  private String id(YamlNode node, String key, String usual) {
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

  private Set<String> texts(YamlNode node, String key) {
    var texts = new LinkedHashSet<String>();
    var list = node.at(key);
    if (list.isPresent() && !list.get().isSequence()) {
      findings.error(list.get(), "%s must be a list", key);
    }
    list.ifPresent(it -> it.items().forEach(item -> item.text().ifPresent(texts::add)));
    return texts;
  }

  private void checkName(String name, YamlNode node) {
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
