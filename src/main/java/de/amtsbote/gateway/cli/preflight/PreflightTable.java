package de.amtsbote.gateway.cli.preflight;

import java.util.Locale;
import java.util.ResourceBundle;
import tools.jackson.databind.JsonNode;

/** The report as a table for people. */
final class PreflightTable {

  private static final int COLUMN = 15;

  private final ResourceBundle words;
  private final String language;
  private final StringBuilder text = new StringBuilder();

  private PreflightTable(boolean german) {
    this.language = german ? "de" : "en";
    this.words = ResourceBundle.getBundle("preflight", german ? Locale.GERMAN : Locale.ROOT);
  }

  static String of(JsonNode report, boolean german) {
    PreflightTable table = new PreflightTable(german);
    report.path("checks").forEach(table::row);
    return table.text.toString();
  }

  private void row(JsonNode check) {
    String name = words.getString("check." + check.path("check").asString());
    String result = words.getString("result." + check.path("result").asString());
    line(name, result, check.path("cause").path(language).asString(""));
    String detail = check.path("detail").asString("");
    boolean passed = check.path("result").asString().equals("passed");
    if (!detail.isEmpty()) {
      line("", passed ? "" : check.path("code").asString(), detail);
    }
    String remedy = check.path("remedy").path(language).asString("");
    if (!passed && !remedy.isEmpty()) {
      line("", "", "→ " + remedy);
    }
    for (JsonNode finding : check.path("findings")) {
      line(
          "",
          "",
          "%d: %s %s"
              .formatted(
                  finding.path("line").asInt(),
                  finding.path("path").asString(""),
                  finding.path("cause").path(language).asString("")));
    }
  }

  private void line(String name, String result, String rest) {
    text.append(pad(name)).append(pad(result)).append(rest).append(System.lineSeparator());
  }

  private static String pad(String cell) {
    return cell + " ".repeat(Math.max(1, COLUMN - cell.length()));
  }
}
