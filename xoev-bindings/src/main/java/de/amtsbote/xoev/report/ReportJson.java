package de.amtsbote.xoev.report;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.ValidationReport;

/**
 * Reports as JSON: one line per file for the command line, or the problem a portal is answered
 * with.
 */
public final class ReportJson {

  private ReportJson() {}

  /** One object on one line, as {@code amtsbote validate --json} prints it. */
  public static String line(String file, ValidationReport report) {
    var json = new Json().open('{');
    json.field("file", file)
        .field("verdict", report.verdict().key())
        .field("standard", report.standard())
        .field("version", report.version())
        .field("messageType", report.messageType());
    findings(json, report);
    return json.close('}').toString();
  }

  /**
   * The body of an {@code application/problem+json} answer (RFC 9457) about a message that did not
   * pass.
   *
   * @param instance what identifies this occurrence, such as the address of the message
   */
  public static String problem(String instance, int status, ValidationReport report) {
    var json = new Json().open('{');
    json.field("type", "urn:amtsbote:problem:message-" + report.verdict().key())
        .field("title", title(report))
        .field("status", status)
        .field("instance", instance)
        .field("verdict", report.verdict().key())
        .field("standard", report.standard())
        .field("version", report.version())
        .field("messageType", report.messageType());
    findings(json, report);
    return json.close('}').toString();
  }

  private static String title(ValidationReport report) {
    return switch (report.verdict()) {
      case VALID -> "The message is valid";
      case INVALID -> "The message is not valid";
      case UNKNOWN -> "The message could not be checked completely";
    };
  }

  private static void findings(Json json, ValidationReport report) {
    json.name("findings").open('[');
    report.findings().forEach(finding -> finding(json, finding));
    json.close(']').field("suppressed", report.suppressed());
  }

  private static void finding(Json json, Finding f) {
    json.open('{')
        .field("level", f.level().key())
        .field("code", f.code())
        .field("severity", f.severity().key())
        .field("line", f.line())
        .field("column", f.column())
        .field("path", f.path())
        .field("message", message(f))
        .field("rule", f.rule())
        .field("expected", f.expected())
        .field("found", f.found());
    texts(json, "cause", f.cause());
    texts(json, "remedy", f.remedy());
    json.close('}');
  }

  private static void texts(Json json, String name, de.amtsbote.xoev.Text text) {
    json.name(name).open('{').field("de", text.german()).field("en", text.english()).close('}');
  }

  /** Cause with what was expected and found, in English. */
  static String message(Finding f) {
    var text = new StringBuilder(f.cause().english());
    boolean told = f.expected().isEmpty() || f.cause().english().contains(f.expected());
    if (!told) {
      text.append(" Expected: ").append(f.expected()).append('.');
    }
    if (!f.found().isEmpty()) {
      text.append(" Found: ").append(f.found()).append('.');
    }
    return text.toString();
  }
}
