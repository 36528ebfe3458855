package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    var deliveries = known(route.map(it -> RouteTargets.of(it).deliveries()), subject);
    var servers = known(route.map(it -> RouteTargets.of(it).servers()), subject);
    if (deliveries.isEmpty() && servers.isEmpty()) {
      return CheckResult.skipped(
          CheckKind.DELIVERY, route.isEmpty() ? "before-failed" : "no-delivery");
    }
    return Stream.concat(
            deliveries.stream().map(it -> check(it, subject, reachable::check)),
            servers.stream().map(it -> check(it, subject, reachable::checkServer)))
        .max(Comparator.comparing(it -> SEVERITY.indexOf(it.outcome())))
        .filter(it -> it.outcome() != Outcome.PASSED)
        .orElseGet(() -> CheckResult.passed(CheckKind.DELIVERY, names(deliveries, servers)));
  }

  private static List<String> known(Optional<List<String>> names, Subject subject) {
    return names.orElse(List.of()).stream()
        .map(it -> subject.service() == null ? it : it.replace(SERVICE, subject.service()))
        // what else a route works out is known only when it runs
        .filter(it -> !it.contains("${"))
        .distinct()
        .toList();
  }

  private static String names(List<String> deliveries, List<String> servers) {
    return Stream.concat(deliveries.stream(), servers.stream()).collect(Collectors.joining(", "));
  }

  private CheckResult check(
      String name, Subject subject, Function<String, CheckResult> whetherThere) {
    try {
      gates.requireNotPaused(subject.question().tenant(), Gate.delivery(name));
      return whetherThere.apply(name);
    } catch (HeldBackException e) {
      return CheckResult.warning(CheckKind.DELIVERY, "PAUSED", name);
    }
  }
}
