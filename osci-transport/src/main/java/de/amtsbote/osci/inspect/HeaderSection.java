package de.amtsbote.osci.inspect;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** What the header says besides the order: wishes, abilities, and blocks of others. */
final class HeaderSection {

  private HeaderSection() {}

  static void write(Tree tree, IncomingMessage message) {
    if (!message.languages().isEmpty()) {
      tree.put("languages", message.languages());
    }
    if (!message.qualities().isEmpty()) {
      var qualities = new Tree();
      message.qualities().forEach(quality -> quality(qualities, quality));
      tree.put("qualityOfTimestamp", qualities.build());
    }
    message.features().ifPresent(features -> tree.put("features", features(features)));
    if (!message.headers().isEmpty()) {
      tree.put("headers", message.headers().stream().map(HeaderSection::header).toList());
    }
  }

  private static void quality(Tree tree, QualityOfTimestamp quality) {
    tree.put(
        quality.service().name().toLowerCase(Locale.ROOT),
        quality.cryptographic() ? "cryptographic" : "plain");
  }

  private static Map<String, Object> features(FeatureDescription described) {
    var versions = new Tree();
    described.features().forEach(feature -> versions.put(feature.key(), feature.version()));
    return new Tree()
        .put("supported", versions.build())
        .putIfThere("maxMessageSize", described.maxMessageSize())
        .putIfThere("maxChunkSize", described.maxChunkSize())
        .putIfThere("minChunkSize", described.minChunkSize())
        .putIfThere("chunkMessageTimeout", described.chunkMessageTimeout())
        .build();
  }

  private static Map<String, Object> header(HeaderBlock block) {
    var digest = CryptoProviders.digest(DigestAlgorithm.SHA256).digest(block.octets());
    return new Tree()
        .put("id", block.id())
        .put("namespace", block.namespace())
        .put("name", block.localName())
        .put("size", block.octets().length)
        .put("sha256", HexFormat.of().formatHex(digest))
        .build();
  }
}
