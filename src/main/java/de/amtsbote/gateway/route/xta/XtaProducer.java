package de.amtsbote.gateway.route.xta;

import de.amtsbote.gateway.delivery.About;
import de.amtsbote.gateway.delivery.xta.XtaOutgoing;
import de.amtsbote.gateway.delivery.xta.XtaSender;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.RedirectStore;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.Adaptation;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.gateway.route.content.RoutePart;
import de.amtsbote.gateway.route.directory.DirectoryConstants;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Sends the message to an XTA server once: what an earlier attempt did is left alone. */
class XtaProducer extends DefaultProducer {

  private static final Set<Quirk> SERVED =
      Set.of(Quirk.WANTS_SCHEMA_LOCATION, Quirk.WANTS_FILE_NAME);

  private final XtaConfiguration options;
  private final Supplier<XtaSender> sender;
  private final Supplier<MessageStore> store;
  private final Supplier<Partners> partners;
  private final Supplier<CorrelationStore> correlations;
  private final Supplier<RedirectStore> redirects;

  XtaProducer(XtaEndpoint endpoint) {
    super(endpoint);
    redirects = Beans.lazily(endpoint, RedirectStore.class);
    correlations = Beans.lazily(endpoint, CorrelationStore.class);
    partners = Beans.lazily(endpoint, Partners.class);
    store = Beans.lazily(endpoint, MessageStore.class);
    sender = Beans.lazily(endpoint, XtaSender.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    var message = CurrentMessage.of(exchange);
    var planned = options.getServer();
    var server = redirects.get().find(message.id(), TransmissionKind.XTA, planned).orElse(planned);
    var outgoing =
        new XtaOutgoing(
            message,
            server,
            About.of(message, correlations.get()),
            options.wishes(),
            parts(exchange, message));
    var id =
        XtaEndpoint.ASK.equals(options.getOperation())
            ? sender.get().ask(outgoing)
            : sender.get().send(outgoing);
    exchange.getMessage().setHeader(XtaConstants.MESSAGE_ID, id);
  }

  private List<XtaContent> parts(Exchange exchange, Message message) throws IOException {
    var partner = partner(exchange);
    var quirks =
        partner == null ? QuirkProfile.STRICT : partners.get().named(partner).partner().quirks();
    var adapted = Adaptation.of(RouteContent.payload(exchange), quirks, SERVED);
    adapted.note(store.get(), message, partner == null ? "" : partner);
    var parts = new ArrayList<XtaContent>();
    parts.add(content(adapted.payload()));
    for (var part : RouteContent.attachments(exchange)) {
      parts.add(content(part));
    }
    return parts;
  }

  private String partner(Exchange exchange) {
    return options.getPartner() == null
        ? exchange.getMessage().getHeader(DirectoryConstants.PARTNER, String.class)
        : options.getPartner();
  }

  private static XtaContent content(RoutePart part) throws IOException {
    var size = part.seal().isPresent() ? part.seal().get().size() : measure(part);
    return new XtaContent(
        XtaPart.of(part.name(), part.mediaType(), size), size, part.source()::open);
  }

  /** What a step of the route made is read once to know its size. */
  private static long measure(RoutePart part) throws IOException {
    try (var in = part.source().open()) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
