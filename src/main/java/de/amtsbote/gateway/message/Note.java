package de.amtsbote.gateway.message;

import java.util.Map;

/**
 * What a caller has to say about a step; time, state and hash are added by the store.
 *
 * @param code error code such as {@code AB-4001}; null without
 * @param actor who did it: {@code system}, {@code account:NAME}, {@code operator:NAME}
 * @param details technical facts; never payload or personal data
 */
public record Note(String code, String actor, Map<String, String> details) {

  /** The gateway itself did it, and there is nothing to add. */
  public static final Note SYSTEM = new Note(null, "system", Map.of());

  /** The gateway itself did it. */
  public static Note of(Map<String, String> details) {
    return new Note(null, "system", details);
  }

  /** The gateway itself did it, because of an error. */
  public static Note of(GatewayException error) {
    return new Note(
        error.code().code(),
        "system",
        Map.of("details", error.details(), "incident", error.incident()));
  }

  /** Somebody else did it. */
  public static Note by(String actor, Map<String, String> details) {
    return new Note(null, actor, details);
  }
}
