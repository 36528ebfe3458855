package de.amtsbote.gateway.message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one exception of the gateway: an error code, safe details, and the id found in the log. */
public final class GatewayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String details;
  private final String incident;
  private final transient List<Finding> findings;
  private final Duration retryAfter;
  private final transient ReceiptConflict conflict;

  /**
   * An error with details for the caller.
   *
   * @param details shown to callers: must hold neither payload nor personal data
   */
  public GatewayException(ErrorCode code, String details) {
    this(code, details, List.of(), null, null, null);
  }

  /** An error with its technical cause, which goes to the log only. */
  public GatewayException(ErrorCode code, String details, Throwable cause) {
    this(code, details, List.of(), cause, null, null);
  }

  /** An error with all that a validation found. */
  public GatewayException(ErrorCode code, String details, List<Finding> findings) {
    this(code, details, findings, null, null, null);
  }

  private GatewayException(
      ErrorCode code,
      String details,
      List<Finding> findings,
      Throwable cause,
      Duration retryAfter,
      ReceiptConflict conflict) {
    super(code.code() + " " + code.slug() + ": " + details, cause);
    this.code = code;
    this.details = details;
    this.findings = List.copyOf(findings);
    this.incident = UUID.randomUUID().toString();
    this.retryAfter = retryAfter;
    this.conflict = conflict;
  }

  /** An error that is gone after some time, when the caller may try again. */
  public static GatewayException later(ErrorCode code, String details, Duration retryAfter) {
    return new GatewayException(code, details, List.of(), null, retryAfter, null);
  }

  /** An error because another message came before under the same key or id. */
  public static GatewayException conflict(
      ErrorCode code, String details, ReceiptConflict conflict) {
    return new GatewayException(code, details, List.of(), null, null, conflict);
  }

  /** Which error it is. */
  public ErrorCode code() {
    return code;
  }

  /** What exactly went wrong; safe to show. */
  public String details() {
    return details;
  }

  /** The id under which the log tells more. */
  public String incident() {
    return incident;
  }

  /** All violations of the message, empty unless a validation refused it. */
  public List<Finding> findings() {
    return findings;
  }

  /** When the caller may try again, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The two messages that got in each other's way, where that is the error. */
  public Optional<ReceiptConflict> conflict() {
    return Optional.ofNullable(conflict);
  }
}
