package de.amtsbote.gateway.simulator.dvdv;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * An answer of the double.
 *
 * @param json null when there is no body
 * @param warning for the header dvdv-warning-msg; null when there is none
 */
record Outgoing(int status, String mediaType, Object json, String warning) {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final class Times extends ValueSerializer<Instant> {

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
      json.writeString(TIME.format(time));
    }
  }

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(Instant.class, new Times()))
          .build();

  static Outgoing of(Object json) {
    return new Outgoing(OK, "application/json; charset=utf-8", json, null);
  }

  static Outgoing nothing(String warning) {
    return new Outgoing(NO_CONTENT, null, null, warning);
  }

  /** A problem document; the type is what clients switch on. */
  static Outgoing problem(int status, String type, String instance, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "problems/type/" + type);
    problem.put("title", type);
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("instance", "problems/instance/" + instance);
    return new Outgoing(status, "application/problem+json", problem, null);
  }

  byte[] octets() {
    return json == null ? new byte[0] : MAPPER.writeValueAsBytes(json);
  }
}
