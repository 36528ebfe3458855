package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.Finding.Words;
import de.amtsbote.gateway.route.preflight.CheckResult;
import de.amtsbote.gateway.route.preflight.PreflightReport;
import java.util.List;

/** Whether a message would arrive, as callers see it. */
record PreflightView(
    boolean arrives,
    String day,
    String reader,
    String service,
    String partner,
    List<Check> checks) {

  /**
   * One line of the table.
   *
   * @param check standard, content, route, entry, size, certificates, expiry or intermediary
   * @param result passed, warning, failed or skipped
   * @param code stable: AB-… when it failed, else PF-…
   */
  record Check(
      String check,
      String result,
      String code,
      Words cause,
      Words remedy,
      String detail,
      List<Finding> findings) {

    private static Check of(CheckResult it) {
      return new Check(
          it.check().key(),
          it.outcome().key(),
          it.code(),
          it.cause(),
          it.remedy(),
          it.detail(),
          it.findings());
    }
  }

  static PreflightView of(PreflightReport report) {
    return new PreflightView(
        report.arrives(),
        report.day().toString(),
        report.reader(),
        report.service(),
        report.partner(),
        report.checks().stream().map(Check::of).toList());
  }
}
