package de.amtsbote.gateway.entry.report;

import de.amtsbote.gateway.message.Finding;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A report as a page of its own, without scripts and without anything from elsewhere. */
final class ReportPage {

  private static final String STYLE =
      """
      body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
      ol { padding-left: 1.5rem; }
      li { margin: 0 0 1rem; padding: .5rem 1rem; border-left: .3rem solid #9c1c1c; }
      li.warning, li.information { border-color: #8a6d00; }
      p { margin: .2rem 0; }
      code { overflow-wrap: anywhere; }
      .soft { color: #55606f; font-size: .9rem; }
      """;

  private final Wording wording;
  private final StringBuilder out = new StringBuilder();

  private ReportPage(Wording wording) {
    this.wording = wording;
  }

  static String of(RejectionReport report, Locale language) {
    return new ReportPage(Wording.in(language)).write(report);
  }

  private String write(RejectionReport report) {
    var title = escaped(wording.title(report));
    out.append("<!DOCTYPE html>\n<html lang=\"").append(wording.say("de", "en"));
    out.append("\"><head><meta charset=\"utf-8\"><title>").append(title);
    out.append("</title><style>").append(STYLE).append("</style></head><body><h1>");
    out.append(title).append("</h1>\n");
    paragraph("", Wording.about(report));
    out.append("<h2>").append(escaped(report.title())).append("</h2>\n");
    paragraph("Code: ", report.code());
    paragraph(wording.say("Einzelheiten: ", "Details: "), report.detail());
    paragraph(wording.say("Abhilfe: ", "Remedy: "), report.remedy());
    paragraph(wording.say("Vorgang im Protokoll: ", "Incident in the log: "), report.incident());
    if (!report.findings().isEmpty()) {
      out.append("<ol>\n");
      report.findings().forEach(this::item);
      out.append("</ol>\n");
    }
    return out.append("</body></html>\n").toString();
  }

  private void item(Finding it) {
    out.append("<li class=\"").append(escaped(it.severity())).append("\"><p><strong>");
    out.append(escaped(wording.headline(it))).append("</strong></p><p>");
    out.append(escaped(wording.place(it))).append(" <code>");
    out.append(escaped(it.path())).append("</code></p>\n");
    paragraph(wording.say("Erwartet: ", "Expected: "), wording.expected(it));
    paragraph(wording.say("Gefunden: ", "Found: "), it.found());
    paragraph(wording.say("Abhilfe: ", "Remedy: "), wording.say(it.remedy()));
    out.append("<p class=\"soft\">").append(escaped(Wording.rule(it))).append("</p></li>\n");
  }

  private void paragraph(String label, String value) {
    if (value != null && !value.isEmpty()) {
      out.append("<p>").append(escaped(label + value)).append("</p>\n");
    }
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
