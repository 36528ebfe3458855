package de.amtsbote.gateway.route.amtsbote;

import de.amtsbote.gateway.entry.body.CountedInputStream;
import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.gateway.route.content.RoutePart;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts body and attachments of an exchange into the store as a new message. */
class AmtsboteProducer extends DefaultProducer {

  private static final Logger LOG = LoggerFactory.getLogger(AmtsboteProducer.class);

  private final AmtsboteConfiguration options;
  private final Supplier<MessageStore> store;
  private final Supplier<IntakeGate> gate;
  private final Supplier<LimitsProperties> limits;

  AmtsboteProducer(AmtsboteEndpoint endpoint) {
    super(endpoint);
    store = Beans.lazily(endpoint, MessageStore.class);
    gate = Beans.lazily(endpoint, IntakeGate.class);
    limits = Beans.lazily(endpoint, LimitsProperties.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    try {
      submit(exchange);
    } catch (GatewayException e) {
      LOG.warn(
          "route {}: nothing was taken: {} (incident {})",
          exchange.getFromRouteId(),
          e.getMessage(),
          e.incident());
      throw e;
    }
  }

  private void submit(Exchange exchange) throws IOException {
    gate.get().awaitOpen(this::isRunAllowed);
    var room = new Room(limits.get().body().toBytes());
    try (var intake = store.get().intake()) {
      var payload = RouteContent.payload(exchange);
      var kept =
          intake.add(PartRole.PAYLOAD, payload.name(), payload.mediaType(), room.limited(payload));
      for (var part : RouteContent.attachments(exchange)) {
        intake.add(PartRole.ATTACHMENT, part.name(), part.mediaType(), room.limited(part));
      }
      var receipt =
          intake.commit(
              new NewMessage(
                  options.getTenant(), entry(exchange), key(exchange, kept), traits(exchange)));
      exchange.getMessage().setHeader(AmtsboteConstants.MESSAGE_ID, receipt.id().toString());
    }
  }

  /** What comes by file or queue is bounded like what comes by HTTP: all parts together. */
  private static final class Room {

    private final long most;
    private long taken;

    Room(long most) {
      this.most = most;
    }

    InputStream limited(RoutePart part) throws IOException {
      return new CountedInputStream(part.source().open()) {
        @Override
        protected void count(long octets) {
          taken += octets;
          if (taken > most) {
            throw LimitedInputStream.tooLarge(most);
          }
        }
      };
    }
  }

  private Entry entry(Exchange exchange) {
    var account = options.getAccount();
    return new Entry(EntryKind.ROUTE, account == null ? exchange.getFromRouteId() : account);
  }

  /** The same file brought again is the same message; other content is another one. */
  private static String key(Exchange exchange, Part payload) {
    var given = header(exchange, AmtsboteConstants.IDEMPOTENCY_KEY);
    if (given != null) {
      return given;
    }
    var file = header(exchange, Exchange.FILE_NAME);
    return file == null ? payload.sha256() : payload.sha256() + " " + file;
  }

  private Traits traits(Exchange exchange) {
    return Traits.addressedTo(
        option(options.getReader(), exchange, AmtsboteConstants.READER),
        option(options.getService(), exchange, AmtsboteConstants.SERVICE));
  }

  private static String option(String value, Exchange exchange, String headerName) {
    return value == null ? header(exchange, headerName) : value;
  }

  private static String header(Exchange exchange, String name) {
    return exchange.getMessage().getHeader(name, String.class);
  }
}
