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

  /**
   * An error with details for the caller.
   *
   * @param details shown to callers: must hold neither payload nor personal data
   */
  public GatewayException(ErrorCode code, String details) {
    this(code, details, List.of(), null, null);
  }

  /** An error with its technical cause, which goes to the log only. */
  public GatewayException(ErrorCode code, String details, Throwable cause) {
    this(code, details, List.of(), cause, null);
  }

  /** An error with all that a validation found. */
  public GatewayException(ErrorCode code, String details, List<Finding> findings) {
    this(code, details, findings, null, null);
  }

  private GatewayException(
      ErrorCode code,
      String details,
      List<Finding> findings,
      Throwable cause,
      Duration retryAfter) {
    super(code.code() + " " + code.slug() + ": " + details, cause);
    this.code = code;
    this.details = details;
    this.findings = List.copyOf(findings);
    this.incident = UUID.randomUUID().toString();
    this.retryAfter = retryAfter;
  }

  /** An error that is gone after some time, when the caller may try again. */
  public static GatewayException later(ErrorCode code, String details, Duration retryAfter) {
    return new GatewayException(code, details, List.of(), null, retryAfter);
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
}
