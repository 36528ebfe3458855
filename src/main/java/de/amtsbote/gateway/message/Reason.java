package de.amtsbote.gateway.message;

import java.util.List;

/**
 * Why a message was rejected or parked.
 *
 * @param details safe to show
 * @param incident id under which the log tells more
 * @param findings all violations, at most {@value #MAX_FINDINGS}
 */
public record Reason(ErrorCode code, String details, String incident, List<Finding> findings) {

  /** More findings than this help nobody. */
  public static final int MAX_FINDINGS = 200;

  /** Keeps the first findings only. */
  public Reason {
    findings = List.copyOf(findings.subList(0, Math.min(MAX_FINDINGS, findings.size())));
  }

  /** The reason that an exception gives. */
  public static Reason of(GatewayException error) {
    return new Reason(error.code(), error.details(), error.incident(), error.findings());
  }
}
