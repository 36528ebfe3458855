package de.amtsbote.gateway.fitconnect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tags of all encrypted pieces of a submission, which bind an event to them.
 *
 * @param data null without a document
 */
public record AuthenticationTags(String metadata, String data, Map<UUID, String> attachments) {

  /** Reads them from an event; missing ones are null. */
  public static AuthenticationTags of(JsonNode json) {
    var attachments = new TreeMap<UUID, String>();
    json.path("attachments")
        .properties()
        .forEach(it -> attachments.put(UUID.fromString(it.getKey()), it.getValue().asString("")));
    return new AuthenticationTags(
        json.path("metadata").asString(null), json.path("data").asString(null), attachments);
  }

  /** The same from text. */
  public static AuthenticationTags parse(String text) {
    return of(JsonMapper.shared().readTree(text));
  }

  /** As they stand in an event. */
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("metadata", metadata);
    if (data != null) {
      json.put("data", data);
    }
    if (!attachments.isEmpty()) {
      json.put("attachments", attachments);
    }
    return json;
  }

  /** As text. */
  public String text() {
    return JsonMapper.shared().writeValueAsString(json());
  }
}
