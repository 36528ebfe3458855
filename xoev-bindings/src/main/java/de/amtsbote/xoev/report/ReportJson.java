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
        .field("message", f.inEnglish())
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
}
