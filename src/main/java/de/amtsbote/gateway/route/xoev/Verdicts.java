package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Reason;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.Refusals;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The gateway's errors for what a validation or a dispatch says. */
public final class Verdicts {

  private static final Map<String, ErrorCode> BY_CODE =
      Map.of(
          FindingCode.UNREADABLE.code(), ErrorCode.INTERNAL,
          FindingCode.NOT_WELL_FORMED.code(), ErrorCode.XML_BROKEN,
          FindingCode.ENCODING.code(), ErrorCode.XML_BROKEN,
          FindingCode.DOCTYPE.code(), ErrorCode.XML_FORBIDDEN,
          FindingCode.LIMIT.code(), ErrorCode.XML_FORBIDDEN,
          FindingCode.UNKNOWN_STANDARD.code(), ErrorCode.STANDARD_UNKNOWN,
          FindingCode.VERSION_NOT_INSTALLED.code(), ErrorCode.STANDARD_UNKNOWN,
          FindingCode.UNKNOWN_MESSAGE_TYPE.code(), ErrorCode.STANDARD_UNKNOWN,
          FindingCode.VERSION_NOT_IN_FORCE.code(), ErrorCode.STANDARD_NOT_IN_FORCE);

  private Verdicts() {}

  /** The error of a message that is not valid, with all findings. */
  public static GatewayException of(ValidationReport report) {
    var code = report.verdict() == Verdict.UNKNOWN ? unchecked(report) : code(report.findings());
    var errors = report.findings().stream().filter(it -> it.isError()).count();
    return new GatewayException(code, summary(report, errors), findings(report.findings()));
  }

  /** What had no room yet is tried again; what cannot be checked waits for an operator. */
  private static ErrorCode unchecked(ValidationReport report) {
    return report.findings().stream().anyMatch(it -> it.code().equals(FindingCode.ROOM.code()))
        ? ErrorCode.OVERLOADED
        : ErrorCode.VALIDATION_IMPOSSIBLE;
  }

  private static String summary(ValidationReport report, long errors) {
    var more = report.suppressed() + Math.max(0, report.findings().size() - Reason.MAX_FINDINGS);
    var what = (report.standard() + " " + report.version()).strip();
    var count = "%d %s".formatted(errors, errors == 1 ? "error" : "errors");
    return (what.isEmpty() ? "" : what + ": ")
        + count
        + (more == 0 ? "" : ", %d more findings are not listed".formatted(more));
  }

  /** The error of a message that belongs to no installed standard. */
  public static GatewayException of(Dispatch dispatch) {
    var why = List.of(Refusals.finding(dispatch));
    var late = why.get(0).code().equals(FindingCode.TIME.code());
    var code = late ? ErrorCode.VALIDATION_IMPOSSIBLE : code(why);
    return new GatewayException(code, details(dispatch), findings(why));
  }

  private static String details(Dispatch dispatch) {
    if (dispatch instanceof Dispatch.Unreadable) {
      return "the payload is not read";
    }
    if (dispatch instanceof Dispatch.VersionNotAvailable version) {
      return "version '%s' of %s; installed are %s"
          .formatted(version.version(), version.standard(), version.installed());
    }
    if (dispatch instanceof Dispatch.UnknownMessageType type) {
      return "%s %s has no message type '%s'"
          .formatted(
              type.standard().name(), type.standard().version(), shortened(type.root().name()));
    }
    return "no installed standard has this namespace";
  }

  private static ErrorCode code(Collection<de.amtsbote.xoev.Finding> findings) {
    return findings.stream()
        .filter(it -> it.isError())
        .map(it -> BY_CODE.getOrDefault(it.code(), ErrorCode.PAYLOAD_INVALID))
        .findFirst()
        .orElse(ErrorCode.PAYLOAD_INVALID);
  }

  private static List<Finding> findings(Collection<de.amtsbote.xoev.Finding> findings) {
    return findings.stream().map(Verdicts::finding).toList();
  }

  private static Finding finding(de.amtsbote.xoev.Finding it) {
    return new Finding(
        it.level().key(),
        it.code(),
        it.severity().key(),
        it.line(),
        it.column(),
        it.path(),
        it.inEnglish(),
        it.rule(),
        it.expected(),
        it.found(),
        words(it.cause()),
        words(it.remedy()));
  }

  private static Finding.Words words(Text text) {
    return new Finding.Words(text.german(), text.english());
  }

  private static String shortened(String name) {
    return name.length() > 80 ? name.substring(0, 80) + "…" : name;
  }
}
