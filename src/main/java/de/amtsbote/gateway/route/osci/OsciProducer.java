package de.amtsbote.gateway.route.osci;

import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.RedirectStore;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.osci.OsciMediator;
import de.amtsbote.gateway.osci.OsciMediator.Mediated;
import de.amtsbote.gateway.osci.OsciSender;
import de.amtsbote.gateway.osci.OutgoingMessage;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.Adaptation;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.gateway.route.content.RoutePart;
import de.amtsbote.gateway.route.directory.DirectoryConstants;
import de.amtsbote.xoev.quirk.Quirk;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Sends the message to a partner. */
class OsciProducer extends DefaultProducer {

  private final OsciConfiguration options;
  private final Supplier<Partners> partners;

  /** The document has no file name in OSCI. */
  private static final Set<Quirk> SERVED = Set.of(Quirk.WANTS_SCHEMA_LOCATION);

  private static final Set<String> TO_AN_ADDRESS =
      Set.of(OsciEndpoint.FORWARD, OsciEndpoint.MEDIATE);

  private final Supplier<OsciSender> sender;
  private final Supplier<OsciMediator> mediator;
  private final Supplier<MessageStore> store;
  private final Supplier<RedirectStore> redirects;
  private final Supplier<TransmissionStore> transmissions;

  OsciProducer(OsciEndpoint endpoint) {
    super(endpoint);
    redirects = Beans.lazily(endpoint, RedirectStore.class);
    sender = Beans.lazily(endpoint, OsciSender.class);
    mediator = Beans.lazily(endpoint, OsciMediator.class);
    store = Beans.lazily(endpoint, MessageStore.class);
    partners = Beans.lazily(endpoint, Partners.class);
    transmissions = Beans.lazily(endpoint, TransmissionStore.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    var message = CurrentMessage.of(exchange);
    var entry = partner(exchange, message);
    var partner = entry.partner();
    var attachments = RouteContent.attachments(exchange);
    var adapted = Adaptation.of(RouteContent.payload(exchange), partner.quirks(), SERVED);
    adapted.note(store.get(), message, partner.name());
    var payload = adapted.payload();
    partner.limits().require(partner.name(), size(payload, attachments), attachments.size());
    var sent =
        new SecondLook(partners.get(), transmissions.get(), store.get())
            .send(message.id(), entry, it -> send(outgoing(message, it, payload, attachments)));
    exchange.getMessage().setHeader(OsciConstants.MESSAGE_ID, sent.osciMessageId());
    if (sent.reply().isPresent()) {
      exchange.getMessage().setHeader(OsciConstants.REPLY, sent.reply().get().toString());
      RouteContent.replace(exchange, store.get().get(sent.reply().get()), store.get());
    }
  }

  private Mediated send(OutgoingMessage message) {
    return OsciEndpoint.MEDIATE.equals(options.getOperation())
        ? mediator.get().mediate(message)
        : new Mediated(sender.get().send(message), Optional.empty());
  }

  private OutgoingMessage outgoing(
      Message message, Partner partner, RoutePart payload, List<RoutePart> attachments) {
    return new OutgoingMessage(
        message.id(),
        message.tenant(),
        partner,
        options.getIdentity(),
        subject(message),
        payload.source()::open,
        attachments.stream()
            .map(it -> new OutgoingMessage.Attachment(it.name(), it.source()::open))
            .toList(),
        recipient(partner));
  }

  private URI recipient(Partner partner) {
    partner.requireTalkedToBy(options.getOperation());
    if (!TO_AN_ADDRESS.contains(options.getOperation())) {
      return null;
    }
    return partner
        .osci()
        .recipient()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.PARTNER_INCOMPLETE,
                    "the directory gives no recipient (an address) for '%s', so nothing can be"
                            .formatted(partner.name())
                        + " brought to it; use osci:store for its mailbox"));
  }

  /** What a step of the route made has no size before it is read. */
  private static long size(RoutePart payload, List<RoutePart> attachments) {
    return Stream.concat(Stream.of(payload), attachments.stream())
        .flatMap(it -> it.seal().stream())
        .mapToLong(RoutePart.Seal::size)
        .sum();
  }

  private Entry partner(Exchange exchange, Message message) {
    var planned =
        options.getPartner() == null
            ? exchange.getMessage().getHeader(DirectoryConstants.PARTNER, String.class)
            : options.getPartner();
    var name = redirects.get().find(message.id(), TransmissionKind.OSCI, planned).orElse(planned);
    if (name == null) {
      throw new GatewayException(
          ErrorCode.ROUTE_FAILED,
          "route '%s' sends to nobody; name a partner or call directory:lookup before"
              .formatted(exchange.getFromRouteId()));
    }
    return partners.get().named(name);
  }

  /** What every intermediary may read anyhow: the kind of message, nothing of its content. */
  private String subject(Message message) {
    if (options.getSubject() != null) {
      return options.getSubject();
    }
    var traits = message.traits();
    var known =
        Stream.of(traits.standard(), traits.version(), traits.messageType())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return known.isEmpty() ? "Amtsbote" : known;
  }
}
