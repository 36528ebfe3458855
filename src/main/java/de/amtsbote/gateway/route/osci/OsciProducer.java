package de.amtsbote.gateway.route.osci;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.osci.OsciSender;
import de.amtsbote.gateway.osci.OutgoingMessage;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.gateway.route.directory.DirectoryConstants;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Sends the message to a partner. */
class OsciProducer extends DefaultProducer {

  private final OsciConfiguration options;
  private final Supplier<LiveDirectory> directory;
  private final Supplier<OsciSender> sender;

  OsciProducer(OsciEndpoint endpoint) {
    super(endpoint);
    sender = Beans.lazily(endpoint, OsciSender.class);
    directory = Beans.lazily(endpoint, LiveDirectory.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    var message = CurrentMessage.of(exchange);
    var attachments =
        RouteContent.attachments(exchange).stream()
            .map(it -> new OutgoingMessage.Attachment(it.name(), it.source()::open))
            .toList();
    var payload = RouteContent.payload(exchange);
    var id =
        sender
            .get()
            .send(
                new OutgoingMessage(
                    message.id(),
                    partner(exchange),
                    options.getIdentity(),
                    subject(message),
                    payload.source()::open,
                    attachments));
    exchange.getMessage().setHeader(OsciConstants.MESSAGE_ID, id);
  }

  private Partner partner(Exchange exchange) {
    var name =
        options.getPartner() == null
            ? exchange.getMessage().getHeader(DirectoryConstants.PARTNER, String.class)
            : options.getPartner();
    if (name == null) {
      throw new GatewayException(
          ErrorCode.ROUTE_FAILED,
          "route '%s' sends to nobody; name a partner or call directory:lookup before"
              .formatted(exchange.getFromRouteId()));
    }
    return directory.get().get().partner(name);
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
