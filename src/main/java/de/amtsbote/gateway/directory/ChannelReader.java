package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how a partner is reached over OSCI-Transport. */
final class ChannelReader {

  private static final String DEFAULT_CONTAINER = "DATA";
  private static final String DEFAULT_CONTENT = "MESSAGE";
  private static final Set<String> KEYS =
      Set.of(
          "intermediary",
          "cipher-certificate",
          "addressee-certificate",
          "signature-certificate",
          "container",
          "content",
          "encrypted",
          "signed",
          "subject",
          "recipient",
          "algorithms");

  private final Findings findings;
  private final CertificateReader certificates;
  private final Values values;

  ChannelReader(Findings findings, CertificateReader certificates, Values values) {
    this.findings = findings;
    this.certificates = certificates;
    this.values = values;
  }

  Optional<OsciChannel> channel(YamlNode node, Map<String, Intermediary> intermediaries) {
    values.knows(node, KEYS, "osci");
    var intermediary = known(node, intermediaries);
    var cipher = certificates.required(node, "cipher-certificate");
    var addressee = certificates.optional(node, "addressee-certificate");
    var signature = certificates.optional(node, "signature-certificate");
    var demands = demands(node);
    var recipient = recipient(node);
    var legacy = values.legacy(node);
    if (legacy && signature.isEmpty()) {
      findings.error(
          node,
          "algorithms: legacy needs the partner's signature-certificate, which tells that a"
              + " delivery is his");
    }
    return intermediary.isPresent() && cipher.isPresent()
        ? Optional.of(
            new OsciChannel(
                intermediary.get(),
                addressee.orElse(cipher.get()),
                cipher.get(),
                signature.map(Set::of).orElse(Set.of()),
                demands,
                recipient,
                legacy))
        : Optional.empty();
  }

  private Demands demands(YamlNode node) {
    return new Demands(
        values.id(node, "container", DEFAULT_CONTAINER),
        values.id(node, "content", DEFAULT_CONTENT),
        values.flag(node, "encrypted", true),
        values.flag(node, "signed", true),
        node.text("subject"),
        Optional.empty());
  }

  private Optional<URI> recipient(YamlNode node) {
    return node.at("recipient").isPresent() ? values.url(node, "recipient") : Optional.empty();
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
}
