package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.Finding.Words;
import de.amtsbote.gateway.message.GatewayException;
import java.util.List;

/**
 * What one check found.
 *
 * @param code stable: AB-… for what would stop a message, PF-… for everything else
 * @param detail technical; holds neither payload nor personal data
 * @param findings of the validation, where there are any
 */
public record CheckResult(
    CheckKind check,
    Outcome outcome,
    String code,
    Words cause,
    Words remedy,
    String detail,
    List<Finding> findings) {

  static CheckResult passed(CheckKind check, String detail) {
    return of(check, Outcome.PASSED, "PF-OK", "passed." + check.key(), detail);
  }

  static CheckResult skipped(CheckKind check, String why) {
    return skipped(check, why, "");
  }

  static CheckResult skipped(CheckKind check, String why, String detail) {
    return of(check, Outcome.SKIPPED, "PF-SKIPPED", "skipped." + why, detail);
  }

  /** A warning of its own, such as PF-EXPIRES-SOON. */
  static CheckResult warning(CheckKind check, String code, String detail) {
    return of(check, Outcome.WARNING, "PF-" + code, "warning." + code, detail);
  }

  static CheckResult failed(CheckKind check, GatewayException why) {
    return failed(check, why.code(), why.details(), why.findings());
  }

  static CheckResult failed(CheckKind check, ErrorCode code, String detail) {
    return failed(check, code, detail, List.of());
  }

  private static CheckResult failed(
      CheckKind check, ErrorCode code, String detail, List<Finding> findings) {
    return new CheckResult(
        check,
        Outcome.FAILED,
        code.code(),
        PreflightTexts.cause(code),
        PreflightTexts.remedy(code),
        detail,
        findings);
  }

  private static CheckResult of(
      CheckKind check, Outcome outcome, String code, String key, String detail) {
    return new CheckResult(
        check,
        outcome,
        code,
        PreflightTexts.of(key + ".cause"),
        PreflightTexts.of(key + ".remedy"),
        detail,
        List.of());
  }
}
