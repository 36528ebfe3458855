package de.amtsbote.gateway.cli.standards.dryrun;

import java.io.PrintWriter;

/** The summary of a dry run for people. */
final class TallyText {

  private static final String ROW = "%-40s %10s %10s %10s %14s%n";
  private static final int MOST_KINDS = 40;

  private final PrintWriter out;
  private final boolean german;

  TallyText(PrintWriter out, boolean german) {
    this.out = out;
    this.german = german;
  }

  void print(Tally tally) {
    out.printf(
        ROW,
        say("Nachrichtentyp", "message type"),
        say("Nachrichten", "messages"),
        say("gültig", "valid"),
        say("ungültig", "invalid"),
        say("nicht prüfbar", "not checkable"));
    tally.byType().forEach(this::row);
    row(say("alle", "all"), tally.all());
    if (tally.unreadable() > 0) {
      out.println(say("nicht lesbar: ", "not readable: ") + tally.unreadable());
    }
    var kinds = tally.kinds();
    kinds.stream().limit(MOST_KINDS).forEach(this::kind);
    if (kinds.size() > MOST_KINDS) {
      out.println(say("weitere Befunde: ", "further findings: ") + (kinds.size() - MOST_KINDS));
    }
  }

  private void row(String name, Tally.Count count) {
    out.printf(ROW, name, count.all(), count.valid(), count.invalid(), count.unknown());
  }

  private void kind(Tally.Kind kind) {
    var it = kind.first();
    out.println();
    out.printf(
        "%d × %s %s %s%n",
        kind.messages(),
        it.severity().key(),
        (it.code() + " " + it.rule()).strip(),
        Tally.place(it));
    line("", german ? it.cause().german() : it.cause().english());
    line(say("Erwartet: ", "Expected: "), it.expected());
    line(say("Gefunden: ", "Found: "), it.found());
    line(say("Abhilfe: ", "Remedy: "), german ? it.remedy().german() : it.remedy().english());
    line(say("Beispiel: Nachricht ", "Example: message "), kind.example().toString());
  }

  private void line(String label, String value) {
    if (!value.isEmpty()) {
      out.println("    " + label + value);
    }
  }

  private String say(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }
}
