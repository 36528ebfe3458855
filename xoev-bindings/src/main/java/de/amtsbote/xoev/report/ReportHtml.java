package de.amtsbote.xoev.report;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.ValidationReport;
import java.util.Locale;

/** Reports as a self-contained HTML page without scripts, in German or English. */
public final class ReportHtml {

  private static final String STYLE =
      "body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse;width:100%}"
          + "th,td{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top}"
          + "td code{overflow-wrap:anywhere}";

  private final boolean german;

  private ReportHtml(boolean german) {
    this.german = german;
  }

  /** The page; German for a German locale, else English. */
  public static String of(String name, ValidationReport report, Locale locale) {
    return new ReportHtml(locale.getLanguage().equals("de")).page(name, report);
  }

  private String page(String name, ValidationReport report) {
    String title = say("Prüfbericht", "Validation report") + ": " + escaped(name);
    String verdict = german ? ReportText.german(report) : report.verdict().key();
    var out = new StringBuilder("<!DOCTYPE html><html lang=\"" + say("de", "en") + "\"><head>");
    out.append("<meta charset=\"utf-8\"><title>").append(title).append("</title><style>");
    out.append(STYLE).append("</style></head><body><h1>").append(title).append("</h1><p><strong>");
    out.append(escaped(verdict)).append("</strong> ");
    out.append(escaped(report.standard() + " " + report.version() + " " + report.root()));
    out.append("</p>");
    if (!report.findings().isEmpty()) {
      table(out, report);
    }
    if (report.suppressed() > 0) {
      out.append("<p>").append(say("Weitere Befunde: ", "Further findings: "));
      out.append(report.suppressed()).append("</p>");
    }
    return out.append("</body></html>").toString();
  }

  private void table(StringBuilder out, ValidationReport report) {
    out.append("<table><thead><tr>");
    for (String head :
        say(
                "Gewicht,Stufe,Regel,Stelle,Ursache,Erwartet,Gefunden,Abhilfe",
                "Severity,Level,Rule,Place,Cause,Expected,Found,Remedy")
            .split(",")) {
      out.append("<th scope=\"col\">").append(head).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (Finding f : report.findings()) {
      out.append("<tr>");
      cell(out, f.severity().key());
      cell(out, f.level().key());
      cell(out, (f.code() + " " + f.rule()).strip());
      cell(out, f.line() + ":" + f.column() + " " + f.path());
      cell(out, say(f.cause()));
      cell(out, f.expected());
      cell(out, f.found());
      cell(out, say(f.remedy()));
      out.append("</tr>");
    }
    out.append("</tbody></table>");
  }

  private static void cell(StringBuilder out, String text) {
    out.append("<td><code>").append(escaped(text)).append("</code></td>");
  }

  private String say(Text text) {
    return german ? text.german() : text.english();
  }

  private String say(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
