package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.fitconnect.jose.SignedText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened to a submission, as its event log tells it.
 *
 * @param issuer address of the delivery service, or id of a destination
 * @param schema URI of the schema that it obeys; null when it names none
 * @param payload what belongs to the event, such as problems
 */
public record SubmissionEvent(
    UUID id,
    Type type,
    String issuer,
    UUID submission,
    UUID caseId,
    Instant at,
    String schema,
    JsonNode payload) {

  /** The schema that our events name where the one of the submission is not known. */
  public static final String SCHEMA =
      "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json";

  private static final String BASE = "https://schema.fitko.de/fit-connect/events/";
  private static final String SUBMISSION = "submission:";
  private static final String CASE = "case:";

  /** What can happen; events of other names say nothing about a submission's end. */
  public enum Type {
    CREATE_SUBMISSION,
    SUBMIT_SUBMISSION,
    NOTIFY_SUBMISSION,
    FORWARD_SUBMISSION,
    REJECT_SUBMISSION,
    ACCEPT_SUBMISSION,
    DELETE_SUBMISSION,
    OTHER;

    /** Its URI. */
    public String uri() {
      return BASE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Type of(String uri) {
      for (var it : values()) {
        if (it != OTHER && it.uri().equals(uri)) {
          return it;
        }
      }
      return OTHER;
    }
  }

  /**
   * Reads what a signed text says; whether it is true depends on its signature.
   *
   * @return empty when it is about something else than a submission
   * @throws JoseException when it lacks what every event has
   */
  public static Optional<SubmissionEvent> of(SignedText signed) throws JoseException {
    var claims = signed.claims();
    var events = claims.path("events");
    if (!events.isObject() || events.size() != 1 || !claims.path("iat").isNumber()) {
      throw new JoseException("an event says not what happened, or not when");
    }
    var subject = text(claims, "sub");
    if (!subject.startsWith(SUBMISSION)) {
      return Optional.empty();
    }
    var event = events.properties().iterator().next();
    return Optional.of(
        new SubmissionEvent(
            uuid(text(claims, "jti"), ""),
            Type.of(event.getKey()),
            text(claims, "iss"),
            uuid(subject, SUBMISSION),
            uuid(text(claims, "txn"), CASE),
            Instant.ofEpochSecond(claims.path("iat").asLong()),
            claims.path("$schema").asString(null),
            event.getValue()));
  }

  private static String text(JsonNode claims, String name) throws JoseException {
    var text = claims.path(name).asString("");
    if (text.isBlank()) {
      throw new JoseException("an event has no " + name);
    }
    return text;
  }

  private static UUID uuid(String text, String prefix) throws JoseException {
    try {
      return UUID.fromString(text.substring(prefix.length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new JoseException("an event names no " + prefix + "UUID", e);
    }
  }

  /** As a signed text. */
  public String sign(RsaJwk own) throws JoseException {
    return SignedText.sign(claims(), own);
  }

  private Map<String, Object> claims() {
    var claims = new LinkedHashMap<String, Object>();
    if (schema != null) {
      claims.put("$schema", schema);
    }
    claims.put("jti", id.toString());
    claims.put("iss", issuer);
    claims.put("iat", at.getEpochSecond());
    claims.put("sub", SUBMISSION + submission);
    claims.put("txn", CASE + caseId);
    claims.put("events", Map.of(type.uri(), payload));
    return claims;
  }
}
