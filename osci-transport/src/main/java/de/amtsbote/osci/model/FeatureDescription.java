package de.amtsbote.osci.model;

import java.util.List;

/**
 * What a peer says it can do (supplement EFFI); informative, nothing depends on it. Absent is null.
 *
 * @param features keys with versions
 * @param maxMessageSize of a chunked message
 * @param maxChunkSize largest chunk
 * @param minChunkSize smallest chunk
 * @param chunkMessageTimeout how long chunks are kept
 */
public record FeatureDescription(
    List<Feature> features,
    Long maxMessageSize,
    Long maxChunkSize,
    Long minChunkSize,
    Long chunkMessageTimeout) {

  /** A supported feature and the version it came with. */
  public record Feature(String key, String version) {}

  /** What this library supports. */
  public static final FeatureDescription OURS =
      new FeatureDescription(
          List.of(
              new Feature("DisableBase64", "1.2.0"),
              new Feature("OAEPEncryption", "1.6.0"),
              new Feature("SHA3HashAlgo", "1.6.3"),
              new Feature("GCMPaddingModus", "1.7.0"),
              new Feature("PartialMessageTransmission", "1.8.0"),
              new Feature("Support96Bit12ByteIV", "1.9.0")),
          null,
          null,
          null,
          null);

  private static final String CHUNKS = "PartialMessageTransmission";

  /** What this library supports where nobody keeps chunks. */
  public static final FeatureDescription WITHOUT_CHUNKS =
      new FeatureDescription(
          OURS.features().stream().filter(feature -> !feature.key().equals(CHUNKS)).toList(),
          null,
          null,
          null,
          null);

  /** What this library supports, with limits for chunks in octets. */
  public static FeatureDescription withChunks(long smallest, long largest) {
    return new FeatureDescription(
        OURS.features(),
        null,
        largest / ChunkInformation.KIB,
        Math.max(1, smallest / ChunkInformation.KIB),
        null);
  }

  /** Whether the peer takes and gives messages in chunks. */
  public boolean supportsChunks() {
    return supports(CHUNKS);
  }

  /** Copies the features. */
  public FeatureDescription {
    features = List.copyOf(features);
  }

  /** Whether the peer announces the feature. */
  public boolean supports(String key) {
    return features.stream().anyMatch(feature -> feature.key().equals(key));
  }
}
