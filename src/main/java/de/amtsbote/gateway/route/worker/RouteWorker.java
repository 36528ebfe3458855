package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import de.amtsbote.gateway.message.pickup.ObsoleteStore;
import de.amtsbote.gateway.message.work.MessageWork;
import de.amtsbote.gateway.route.amtsbote.AmtsboteConsumer;
import de.amtsbote.gateway.route.amtsbote.Inboxes;
import de.amtsbote.gateway.route.content.Adaptation;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.gateway.route.content.RoutePart;
import de.amtsbote.gateway.route.xoev.Tolerated;
import de.amtsbote.xoev.quirk.Quirk;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.slf4j.MDC;

/**
 * Runs the route of a message. What becomes of the message is decided here, from how the route
 * ended, never in YAML: an exception that leaves the route decides by its kind, a route that ends
 * without one has done its work.
 */
final class RouteWorker implements MessageWork {

  private static final String MDC_ROUTE = "route";

  private final MessageStore store;
  private final Inboxes inboxes;
  private final Recognition recognition;
  private final Ending ending;
  private final References references;
  private final Gates gates;
  private final ObsoleteStore obsolete;

  RouteWorker(
      MessageStore store,
      Inboxes inboxes,
      Recognition recognition,
      Ending ending,
      Gates gates,
      ObsoleteStore obsolete) {
    this.obsolete = obsolete;
    this.references = new References(store);
    this.gates = gates;
    this.store = store;
    this.inboxes = inboxes;
    this.recognition = recognition;
    this.ending = ending;
  }

  @Override
  public void run(Message received) {
    obsolete.requireOfUse(received);
    var payload = RouteContent.payload(received, store);
    var recognised = recognition.recognise(received, payload::open);
    var message = recognised.message();
    var inbox = inboxes.find(Keys.of(message, recognised.root()));
    if (inbox.isEmpty()) {
      throw recognised
          .refusal()
          .orElseGet(() -> new GatewayException(ErrorCode.ROUTE_MISSING, what(message)));
    }
    run(inbox.get(), recognised, payload);
    ending.of(message.id(), inbox.get().getRouteId());
  }

  private void run(
      AmtsboteConsumer inbox, Recognition.Recognised recognised, RoutePart.Source payload) {
    var message = recognised.message();
    var tolerated = recognised.tolerance().tolerated();
    var route = inbox.getRouteId();
    gates.requireNotPaused(message.tenant(), Gate.route(route));
    MDC.put(MDC_ROUTE, route);
    if (!route.equals(message.route())) {
      if (!tolerated.isEmpty()) {
        var quirks = Map.of("quirks", Adaptation.keys(tolerated));
        store.note(message.id(), TimelineEvent.TOLERATED, Note.of(quirks));
      }
      store.routed(message.id(), route);
    }
    var exchange = inbox.open();
    try {
      fill(exchange, recognised, payload);
      inbox.run(exchange);
      if (exchange.getException() != null) {
        HeldBackException.in(exchange.getException()).ifPresent(RouteWorker::holdBack);
        throw RouteFailures.of(route, exchange.getException());
      }
    } finally {
      inbox.release(exchange);
      MDC.remove(MDC_ROUTE);
    }
  }

  private static void holdBack(HeldBackException held) {
    throw held;
  }

  private void fill(
      Exchange exchange, Recognition.Recognised recognised, RoutePart.Source payload) {
    var message = recognised.message();
    var tolerance = recognised.tolerance();
    RouteContent.fill(exchange, message, payload, store);
    if (changesBytes(tolerance.tolerated())) {
      RouteContent.correct(exchange, tolerance.content()::open);
    }
    Tolerated.set(exchange, tolerance.tolerated());
    Keys.headers(message).forEach(exchange.getMessage()::setHeader);
    references.of(message, recognised.known()).forEach(exchange.getMessage()::setHeader);
  }

  private static boolean changesBytes(Set<Quirk> tolerated) {
    return tolerated.stream().anyMatch(it -> it != Quirk.OLD_HEADER);
  }

  private static String what(Message message) {
    var traits = message.traits();
    return "%s %s %s from %s %s"
        .formatted(
            traits.standard(),
            traits.version(),
            traits.messageType(),
            Keys.entry(message),
            message.entry().account());
  }
}
