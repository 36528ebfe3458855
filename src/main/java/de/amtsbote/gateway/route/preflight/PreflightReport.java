package de.amtsbote.gateway.route.preflight;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a message would arrive.
 *
 * @param reader whom it would go to; null when nobody was named
 * @param partner logical name of the partner that was found; null when none was
 */
public record PreflightReport(
    LocalDate day, String reader, String service, String partner, List<CheckResult> checks) {

  public PreflightReport {
    checks = List.copyOf(checks);
  }

  /** True when no check failed. */
  public boolean arrives() {
    return checks.stream().noneMatch(it -> it.outcome() == Outcome.FAILED);
  }
}
