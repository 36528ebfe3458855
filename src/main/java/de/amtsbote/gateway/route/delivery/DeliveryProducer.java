package de.amtsbote.gateway.route.delivery;

import de.amtsbote.gateway.delivery.About;
import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.BegunHandOver;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.ErrorKind;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.RedirectStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.Adaptation;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands the message over once: what was handed over in an earlier attempt is left alone. */
class DeliveryProducer extends DefaultProducer {

  private static final Set<Quirk> SERVED =
      Set.of(Quirk.WANTS_SCHEMA_LOCATION, Quirk.WANTS_FILE_NAME);

  private final String planned;
  private final Supplier<Partners> partners;
  private final Supplier<Deliveries> deliveries;
  private final Supplier<MessageStore> messages;
  private final Supplier<TransmissionStore> transmissions;
  private final Supplier<TransactionTemplate> transaction;
  private final Supplier<Gates> gates;
  private final Supplier<RedirectStore> redirects;
  private final Supplier<CorrelationStore> correlations;

  DeliveryProducer(DeliveryEndpoint endpoint) {
    super(endpoint);
    partners = Beans.lazily(endpoint, Partners.class);
    deliveries = Beans.lazily(endpoint, Deliveries.class);
    correlations = Beans.lazily(endpoint, CorrelationStore.class);
    redirects = Beans.lazily(endpoint, RedirectStore.class);
    gates = Beans.lazily(endpoint, Gates.class);
    transaction = Beans.lazily(endpoint, TransactionTemplate.class);
    transmissions = Beans.lazily(endpoint, TransmissionStore.class);
    messages = Beans.lazily(endpoint, MessageStore.class);
    planned = endpoint.getConfiguration().getName();
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    var message = CurrentMessage.of(exchange);
    var name =
        redirects.get().find(message.id(), TransmissionKind.DELIVERY, planned).orElse(planned);
    var transmission = transmissions.get().open(message.id(), TransmissionKind.DELIVERY, name);
    var delivery = deliveries.get().get(name);
    var deliveryId = transmission.id().toString();
    exchange.getMessage().setHeader(DeliveryConstants.DELIVERY_ID, deliveryId);
    if (!transmission.isSent()) {
      requireNotPaused(message, name);
      gates
          .get()
          .<Void, Exception>through(
              Gate.delivery(name),
              () -> {
                // what cannot be made ready has not begun
                var handover = handover(exchange, message, deliveryId, name);
                var begun = transmissions.get().sending(transmission.id());
                if (begun.isPresent()) {
                  attempt(message, begun.get(), delivery, name, handover);
                } else {
                  requireHandedOver(transmission);
                }
                return null;
              });
      delivery.settled(deliveryId);
    }
  }

  private void requireNotPaused(Message message, String name) {
    gates.get().requireNotPaused(message.tenant(), Gate.delivery(name));
    deliveries
        .get()
        .partner(name)
        .ifPresent(it -> gates.get().requireNotPaused(message.tenant(), Gate.partner(it)));
  }

  /** Another node, which took this one for dead, may have handed it over; nothing else is done. */
  private void requireHandedOver(Transmission before) {
    var now = transmissions.get().get(before.id());
    if (!now.isSent()) {
      throw new GatewayException(
          ErrorCode.TRANSITION_ILLEGAL,
          "the hand-over to %s is %s".formatted(now.destination(), now.state()));
    }
  }

  private Adaptation adapted(Exchange exchange, Message message, String name) throws IOException {
    var partner = deliveries.get().partner(name);
    var quirks =
        partner.map(it -> partners.get().named(it).partner().quirks()).orElse(QuirkProfile.STRICT);
    var adapted = Adaptation.of(RouteContent.payload(exchange), quirks, SERVED);
    adapted.note(messages.get(), message, partner.orElse(""));
    return adapted;
  }

  private Handover handover(Exchange exchange, Message message, String deliveryId, String name)
      throws IOException {
    var adapted = adapted(exchange, message, name);
    var about = About.of(message, correlations.get());
    return Handovers.of(exchange, message, about, deliveryId, adapted);
  }

  private void attempt(
      Message message, BegunHandOver begun, Delivery delivery, String name, Handover handover) {
    try {
      if (delivery.waitsForReader()) {
        layReady(message, begun, delivery, name, handover);
        return;
      }
      delivery.handOver(handover);
    } catch (GatewayException e) {
      if (isRefusal(e)) {
        transmissions.get().failed(begun, e);
      } else {
        transmissions.get().unclear(begun, e);
      }
      throw e;
    }
    transaction
        .get()
        .executeWithoutResult(
            status -> {
              // the message before its hand-over, as everybody who writes both
              note(message, begun, name);
              if (delivery.awaitsAnswer(handover)) {
                transmissions.get().sent(begun, null);
              } else {
                transmissions.get().delivered(begun);
              }
            });
  }

  /** The receiver said no, and whose fault that is; or nothing was sent that it could read. */
  static boolean isRefusal(GatewayException error) {
    return error.code() == ErrorCode.DELIVERY_REFUSED
        || error.code() == ErrorCode.CERTIFICATE_REFUSED
        || error.code().kind() == ErrorKind.SENDER;
  }

  /** In one transaction, so that no reader can say it has it before we say it is ready. */
  private void layReady(
      Message message, BegunHandOver begun, Delivery delivery, String name, Handover handover) {
    transaction
        .get()
        .executeWithoutResult(
            status -> {
              note(message, begun, name);
              delivery.handOver(handover);
              transmissions.get().sent(begun, null);
            });
  }

  private void note(Message message, BegunHandOver begun, String name) {
    messages
        .get()
        .note(
            message.id(),
            TimelineEvent.HANDED_OVER,
            Note.of(Map.of("delivery", name, "deliveryId", begun.transmission().toString())));
  }
}
