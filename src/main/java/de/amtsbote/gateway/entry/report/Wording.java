package de.amtsbote.gateway.entry.report;

import de.amtsbote.gateway.message.Finding;
import java.util.Locale;
import java.util.Map;

/** The fixed words of a report for people. */
record Wording(boolean german) {

  private static final Map<String, String> SEVERITIES =
      Map.of("error", "Fehler", "warning", "Warnung", "information", "Hinweis");

  static Wording in(Locale language) {
    return new Wording(language.equals(Locale.GERMAN));
  }

  String say(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }

  String say(Finding.Words words) {
    return german ? words.de() : words.en();
  }

  /** Weight and cause of a finding. */
  String headline(Finding finding) {
    var weight =
        say(SEVERITIES.getOrDefault(finding.severity(), finding.severity()), finding.severity());
    return weight + ": " + say(finding.cause());
  }

  /** What was expected; empty where the cause says it already. */
  String expected(Finding finding) {
    return say(finding.cause()).contains(finding.expected()) ? "" : finding.expected();
  }

  /** Line and column, or a dash where there is no place. */
  String place(Finding finding) {
    return finding.line() == 0
        ? "–"
        : say("Zeile %d, Spalte %d", "line %d, column %d")
            .formatted(finding.line(), finding.column());
  }

  /** Level, code and rule. */
  static String rule(Finding finding) {
    return (finding.level() + " " + finding.code() + " " + finding.rule()).strip();
  }

  String title(RejectionReport report) {
    return say("Prüfbericht zur Nachricht ", "Report on message ")
        + report.instance().substring(report.instance().lastIndexOf('/') + 1);
  }

  /** Standard, version and type as far as they are known. */
  static String about(RejectionReport report) {
    return report.standard() == null
        ? ""
        : report.standard() + " " + report.version() + " " + report.messageType();
  }
}
