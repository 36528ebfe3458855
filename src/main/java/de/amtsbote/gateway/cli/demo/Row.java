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
    if (one.answeredWithAnEarlierReceipt()) {
      return "same Idempotency-Key: answered with the first receipt";
    }
    return one.arrivedAt().isEmpty()
        ? one.view().why()
        : one.view().why() + "; " + one.arrivedAt() + " has it bit by bit";
  }

  private static String states(Case one) {
    return one.answeredWithAnEarlierReceipt() ? "(as first)" : String.join(" → ", one.path());
  }
}
