package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.ErrorKind;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.route.RouteRejection;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.reply.Reason;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ValidationException;

/** Why a message is rejected, from what stopped its route. */
final class Grounds {

  private static final String REPORT = "AmtsboteValidationReport";

  private static final Reason UNSPECIFIED =
      new Reason("S999", "Die Nachricht kann nicht verarbeitet werden.", "");

  private Grounds() {}

  /** Remembers what a validation found, for a step that tells the author. */
  static void remember(Exchange exchange, ValidationReport report) {
    exchange.setProperty(REPORT, report);
  }

  /**
   * The reasons to name; empty when the author can do nothing about it: the failure may pass, or is
   * a matter of the operator.
   */
  static Optional<List<Reason>> of(Exchange exchange) {
    var caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    if (caught == null) {
      return Optional.of(List.of(UNSPECIFIED));
    }
    for (var it = caught; it != null; it = it.getCause()) {
      if (it instanceof GatewayException failure) {
        return failure.code().kind() == ErrorKind.SENDER
            ? Optional.of(reasons(failure, exchange))
            : Optional.empty();
      }
      if (it instanceof ValidationException) {
        return Optional.of(List.of(new Reason("X001", "Die Nachricht ist nicht gültig.", "")));
      }
      if (it instanceof RouteRejection refusal) {
        return Optional.of(List.of(new Reason("S999", refusal.getMessage(), "")));
      }
    }
    return Optional.empty();
  }

  private static List<Reason> reasons(GatewayException failure, Exchange exchange) {
    var report = exchange.getProperty(REPORT, ValidationReport.class);
    return report == null || failure.findings().isEmpty()
        ? List.of(UNSPECIFIED)
        : Reason.of(report);
  }
}
