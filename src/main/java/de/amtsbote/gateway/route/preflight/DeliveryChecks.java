package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Route;

/** Checks whom a route hands over to itself; nothing is handed over. */
final class DeliveryChecks {

  private static final String SERVICE = "${header.AmtsboteService}";

  private static final List<Outcome> SEVERITY =
      List.of(Outcome.SKIPPED, Outcome.PASSED, Outcome.WARNING, Outcome.FAILED);

  private final Reachable reachable;
  private final Gates gates;

  DeliveryChecks(Reachable reachable, Gates gates) {
    this.reachable = reachable;
    this.gates = gates;
  }

  CheckResult check(Optional<Route> route, Subject subject) {
    var names =
        route.map(it -> RouteTargets.of(it).deliveries()).orElse(List.of()).stream()
            .map(it -> subject.service() == null ? it : it.replace(SERVICE, subject.service()))
            // what else a route works out is known only when it runs
            .filter(it -> !it.contains("${"))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return CheckResult.skipped(
          CheckKind.DELIVERY, route.isEmpty() ? "before-failed" : "no-delivery");
    }
    return names.stream()
        .map(it -> check(it, subject))
        .max(Comparator.comparing(it -> SEVERITY.indexOf(it.outcome())))
        .filter(it -> it.outcome() != Outcome.PASSED)
        .orElseGet(() -> CheckResult.passed(CheckKind.DELIVERY, String.join(", ", names)));
  }

  private CheckResult check(String name, Subject subject) {
    try {
      gates.requireNotPaused(subject.question().tenant(), Gate.delivery(name));
      return reachable.check(name);
    } catch (HeldBackException e) {
      return CheckResult.warning(CheckKind.DELIVERY, "PAUSED", name);
    }
  }
}
