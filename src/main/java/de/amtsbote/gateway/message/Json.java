package de.amtsbote.gateway.message;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON columns. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static Map<String, String> readTexts(String json) {
    return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
  }

  static List<Finding> readFindings(String json) {
    return json == null ? List.of() : MAPPER.readValue(json, new TypeReference<List<Finding>>() {});
  }
}
