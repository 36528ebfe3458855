package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads single entries of the directory. */
final class EntryReader {

  private static final Pattern READER = Pattern.compile("[A-Za-z]{2,10}:\\S+");
  private static final long SMALLEST_CHUNK = 1024;

  private final Findings findings;
  private final CertificateReader certificates;
  private final Values values;
  private final ChannelReader channels;

  EntryReader(Findings findings, Clock clock) {
    this.findings = findings;
    this.certificates = new CertificateReader(findings, clock);
    this.values = new Values(findings);
    this.channels = new ChannelReader(findings, certificates, values);
  }

  Optional<Intermediary> intermediary(String name, YamlNode node) {
    values.checkName(name, node);
    values.knows(
        node,
        Set.of(
            "url",
            "cipher-certificate",
            "signature-certificate",
            "chunk-above",
            "chunk-size",
            "algorithms"),
        "an intermediary");
    var url = values.url(node, "url");
    var cipher = certificates.required(node, "cipher-certificate");
    var signature = certificates.required(node, "signature-certificate");
    var above = values.size(node, "chunk-above", 0);
    var chunk = values.size(node, "chunk-size", SMALLEST_CHUNK);
    var legacy = values.legacy(node);
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
    values.checkName(name, node);
    values.knows(
        node, Set.of("name", "readers", "services", "quirks", "limits", "osci"), "a partner");
    var readers = values.texts(node, "readers");
    readers.stream()
        .filter(it -> !READER.matcher(it).matches())
        .forEach(
            it ->
                findings.error(
                    node.at("readers").orElse(node),
                    "reader '%s' has no prefix; write it like ags:99000001",
                    it));
    var quirks = quirks(node, profiles);
    var limits = node.at("limits").map(this::limits).orElse(Limits.NONE);
    return node.at("osci")
        .or(
            () -> {
              findings.error(node, "partner '%s' has no channel; add osci", name);
              return Optional.empty();
            })
        .flatMap(it -> channels.channel(it, intermediaries))
        .map(
            osci ->
                new Partner(
                    name,
                    node.text("name").orElse(name),
                    readers,
                    values.texts(node, "services"),
                    quirks,
                    limits,
                    osci));
  }

  private Limits limits(YamlNode node) {
    values.knows(node, Set.of("size", "attachments"), "limits");
    var size = values.size(node, "size", 1);
    var attachments = values.number(node, "attachments");
    return new Limits(
        size.isPresent() ? OptionalLong.of(size.get().toBytes()) : OptionalLong.empty(),
        attachments.isPresent() ? OptionalInt.of(attachments.get()) : OptionalInt.empty());
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

  /** Refuses keys that are not known, so that a misspelt one does not go unnoticed. */
  void knows(YamlNode node, Set<String> keys, String what) {
    values.knows(node, keys, what);
  }
}
