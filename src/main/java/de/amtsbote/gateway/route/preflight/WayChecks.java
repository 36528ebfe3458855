package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import de.amtsbote.gateway.route.amtsbote.AmtsboteConsumer;
import de.amtsbote.gateway.route.amtsbote.InboxKey;
import de.amtsbote.gateway.route.amtsbote.Inboxes;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Route;

/** Checks that a route takes the message, and that its reader is found. */
final class WayChecks {

  private final Inboxes inboxes;
  private final Partners partners;
  private final Gates gates;

  WayChecks(Inboxes inboxes, Partners partners, Gates gates) {
    this.inboxes = inboxes;
    this.partners = partners;
    this.gates = gates;
  }

  /** The route that would take the message, if there is one. */
  Optional<Route> taker(Subject subject) {
    var key =
        new InboxKey(
            EntryKind.REST.name().toLowerCase(Locale.ROOT),
            subject.question().account(),
            Optional.ofNullable(subject.standard()),
            Optional.ofNullable(subject.version()),
            Optional.ofNullable(subject.messageType()),
            subject.root(),
            Optional.ofNullable(subject.service()));
    return inboxes.find(key).map(AmtsboteConsumer::getRoute);
  }

  CheckResult route(Subject subject, Optional<Route> taker) {
    return taker
        .map(Route::getRouteId)
        .map(it -> unlessPaused(subject, CheckKind.ROUTE, Gate.route(it), it))
        .orElseGet(
            () ->
                CheckResult.failed(
                    CheckKind.ROUTE, ErrorCode.ROUTE_MISSING, "for the account that asks"));
  }

  private CheckResult unlessPaused(Subject subject, CheckKind check, String gate, String detail) {
    try {
      gates.requireNotPaused(subject.question().tenant(), gate);
      return CheckResult.passed(check, detail);
    } catch (HeldBackException e) {
      return CheckResult.warning(check, "PAUSED", detail);
    }
  }

  /**
   * The entry of the reader, or why there is none.
   *
   * @param needed false when the route hands over without asking for anybody
   */
  record Found(CheckResult result, Optional<Entry> entry, boolean needed) {

    private static Found none(CheckResult why) {
      return new Found(why, Optional.empty(), true);
    }
  }

  Found entry(Subject subject, Optional<Route> taker) {
    var targets = taker.map(RouteTargets::of);
    if (targets.filter(it -> !it.askTheDirectory()).isEmpty()) {
      return fitting(entry(subject), targets);
    }
    return targets
        .flatMap(RouteTargets::partner)
        .map(it -> fitting(found(subject, () -> partners.named(it)), targets))
        .orElseGet(
            () ->
                new Found(
                    CheckResult.skipped(CheckKind.ENTRY, "not-needed", targets.get().toString()),
                    Optional.empty(),
                    false));
  }

  /** An entry that the route sends to in a way that leads nowhere is of no use. */
  private static Found fitting(Found found, Optional<RouteTargets> targets) {
    var orders = targets.map(RouteTargets::orders).orElse(Set.of());
    if (found.entry().isEmpty() || orders.isEmpty()) {
      return found;
    }
    var refusals = new ArrayList<GatewayException>();
    for (var order : orders) {
      try {
        found.entry().get().partner().requireTalkedToBy(order);
      } catch (GatewayException e) {
        refusals.add(e);
      }
    }
    return refusals.size() < orders.size()
        ? found
        : new Found(
            CheckResult.failed(CheckKind.ENTRY, refusals.get(0)), found.entry(), found.needed());
  }

  private Found entry(Subject subject) {
    if (subject.reader() == null) {
      return Found.none(CheckResult.skipped(CheckKind.ENTRY, "not-given"));
    }
    var wanted =
        new Wanted(
            subject.reader(),
            subject.service(),
            subject.standard(),
            subject.version(),
            subject.messageType());
    return found(subject, () -> partners.find(wanted));
  }

  private Found found(Subject subject, Supplier<Entry> look) {
    try {
      var entry = look.get();
      var detail = "%s (%s)".formatted(entry.partner().name(), entry.source());
      return new Found(
          entry.stale()
              ? CheckResult.warning(CheckKind.ENTRY, "STALE-ENTRY", detail)
              : unlessPaused(
                  subject, CheckKind.ENTRY, Gate.partner(entry.partner().name()), detail),
          Optional.of(entry),
          true);
    } catch (GatewayException e) {
      return Found.none(CheckResult.failed(CheckKind.ENTRY, e));
    }
  }
}
