package de.amtsbote.gateway.cli.demo;

/** One line of the table. */
final class Row {

  private static final String FORMAT = "%3s  %-42s %-42s %s";
  static final String HEADING = FORMAT.formatted("no", "application", "state by state", "why");

  private Row() {}

  static String of(Case one) {
    return FORMAT
        .formatted(one.number(), one.application().title(), states(one), why(one))
        .stripTrailing();
  }

  static String why(Case one) {
    return one.answeredWithAnEarlierReceipt()
        ? "same Idempotency-Key: answered with the first receipt"
        : one.view().why();
  }

  private static String states(Case one) {
    return one.answeredWithAnEarlierReceipt() ? "(as first)" : String.join(" → ", one.path());
  }
}
