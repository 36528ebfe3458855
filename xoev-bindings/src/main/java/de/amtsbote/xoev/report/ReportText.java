package de.amtsbote.xoev.report;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.ValidationReport;
import java.util.Locale;
import java.util.function.Function;

/** Reports as plain text for a terminal or a mail, in German or English. */
public final class ReportText {

  private ReportText() {}

  /** The report; German for a German locale, else English. */
  public static String of(String file, ValidationReport report, Locale locale) {
    boolean german = locale.getLanguage().equals("de");
    Function<Text, String> in = german ? Text::german : Text::english;
    var out = new StringBuilder();
    out.append(file)
        .append(": ")
        .append(german ? german(report) : report.verdict().key())
        .append(identity(report))
        .append('\n');
    for (Finding f : report.findings()) {
      out.append("  ").append(f.severity().key()).append(' ').append(f.code());
      out.append(" [").append(f.level().key());
      out.append(f.rule().isEmpty() ? "" : " " + f.rule()).append(']');
      out.append(f.line() > 0 ? " " + f.line() + ":" + f.column() : "");
      out.append(f.path().isEmpty() ? "" : " " + f.path()).append('\n');
      out.append("    ").append(in.apply(f.cause())).append('\n');
      append(out, german ? "Erwartet: " : "Expected: ", f.expected());
      append(out, german ? "Gefunden: " : "Found: ", f.found());
      append(out, german ? "Abhilfe: " : "Remedy: ", in.apply(f.remedy()));
    }
    if (report.suppressed() > 0) {
      out.append("  ")
          .append(german ? "weitere Befunde: " : "further findings: ")
          .append(report.suppressed())
          .append('\n');
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String label, String value) {
    if (!value.isEmpty()) {
      out.append("    ").append(label).append(value).append('\n');
    }
  }

  private static String identity(ValidationReport report) {
    String identity = (report.standard() + " " + report.version() + " " + report.root()).strip();
    return identity.isEmpty() ? "" : " (" + identity + ")";
  }

  private static String german(ValidationReport report) {
    return switch (report.verdict()) {
      case VALID -> "gültig";
      case INVALID -> "ungültig";
      case UNKNOWN -> "nicht prüfbar";
    };
  }
}
