package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.http.DvdvFailure.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON strictly: one document, no key twice, no value of another type, bounded depth and
 * lengths. Fields that are not known are left out, since the interface may grow.
 */
final class DvdvJson {

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_NUMBER = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DvdvJson() {}

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  static JsonNode tree(byte[] octets) throws DvdvFailure {
    try {
      var tree = MAPPER.readTree(octets);
      if (tree == null || tree.isMissingNode()) {
        throw new DvdvFailure(Kind.INVALID, "sends an empty answer");
      }
      return tree;
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  static <T> T read(JsonNode node, Class<T> type) throws DvdvFailure {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  static <T> T read(JsonNode node, TypeReference<T> type) throws DvdvFailure {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** Says where, not what: the text of the answer stays out of logs. */
  private static DvdvFailure invalid(JacksonException e) {
    var where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
    return new DvdvFailure(Kind.INVALID, "sends what is not the expected JSON" + where);
  }
}
