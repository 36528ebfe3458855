package de.amtsbote.gateway.entry.report;

import java.util.Locale;

/** A report as plain text. */
final class ReportText {

  private final Wording wording;
  private final StringBuilder out = new StringBuilder();

  private ReportText(Wording wording) {
    this.wording = wording;
  }

  static String of(RejectionReport report, Locale language) {
    return new ReportText(Wording.in(language)).write(report);
  }

  private String write(RejectionReport report) {
    line("", wording.title(report));
    line("", Wording.about(report));
    line("", report.code() + " " + report.title());
    line(wording.say("Einzelheiten: ", "Details: "), report.detail());
    line(wording.say("Abhilfe: ", "Remedy: "), report.remedy());
    line(wording.say("Vorgang im Protokoll: ", "Incident in the log: "), report.incident());
    var number = 0;
    for (var it : report.findings()) {
      out.append('\n');
      line(++number + ". ", wording.headline(it));
      line("   ", (wording.place(it) + " " + it.path()).strip());
      line(wording.say("   Erwartet: ", "   Expected: "), wording.expected(it));
      line(wording.say("   Gefunden: ", "   Found: "), it.found());
      line(wording.say("   Abhilfe: ", "   Remedy: "), wording.say(it.remedy()));
      line(wording.say("   Regel: ", "   Rule: "), Wording.rule(it));
    }
    return out.toString();
  }

  private void line(String label, String value) {
    if (value != null && !value.isEmpty()) {
      out.append(label).append(value).append('\n');
    }
  }
}
