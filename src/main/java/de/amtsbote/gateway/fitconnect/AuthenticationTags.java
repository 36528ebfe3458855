package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.JoseException;
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

  /**
   * Reads them from an event; missing ones are null.
   *
   * @throws JoseException when an attachment has no UUID
   */
  public static AuthenticationTags of(JsonNode json) throws JoseException {
    var attachments = new TreeMap<UUID, String>();
    for (var it : json.path("attachments").properties()) {
      attachments.put(uuid(it.getKey()), it.getValue().asString(""));
    }
    return new AuthenticationTags(
        json.path("metadata").asString(null), json.path("data").asString(null), attachments);
  }

  private static UUID uuid(String text) throws JoseException {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new JoseException("the tags of an event name no UUID", e);
    }
  }

  /** The same from text that was written here. */
  public static AuthenticationTags parse(String text) {
    try {
      return of(JsonMapper.shared().readTree(text));
    } catch (JoseException e) {
      throw new IllegalArgumentException(e);
    }
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
