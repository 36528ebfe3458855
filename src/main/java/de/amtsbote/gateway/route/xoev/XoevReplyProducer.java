package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.reply.Reason;
import de.amtsbote.xoev.reply.ReplyKind;
import de.amtsbote.xoev.reply.Sender;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Answers the author of the message: the answer becomes a message of its own in the store, which
 * goes its own way. The body of the exchange stays as it is.
 */
class XoevReplyProducer extends DefaultProducer {

  private static final String XML = "application/xml";

  private final XoevConfiguration options;
  private final ReplyKind kind;
  private final Supplier<Xoev> xoev;
  private final Supplier<MessageStore> store;
  private final Supplier<Spool> spool;

  XoevReplyProducer(XoevEndpoint endpoint) {
    super(endpoint);
    options = endpoint.getConfiguration();
    kind = options.getKind();
    xoev = Beans.lazily(endpoint, Xoev.class);
    store = Beans.lazily(endpoint, MessageStore.class);
    spool = Beans.lazily(endpoint, Spool.class);
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    var message = CurrentMessage.of(exchange);
    var reasons =
        kind == ReplyKind.REJECTION ? Grounds.of(exchange) : Optional.of(List.<Reason>of());
    if (reasons.isEmpty()) {
      return;
    }
    try (var answer = spool.get().create()) {
      var content = xoev.get().message(payload(exchange, message));
      if (!(xoev.get().dispatch(content, Standards.day(message)) instanceof Dispatch.Known known)) {
        note(message, "of no installed standard that is in force");
        return;
      }
      write(exchange, content, known, reasons.get(), answer);
      submit(exchange, message, answer);
    } catch (XoevException refused) {
      note(message, refused.error().code() + " " + refused.details());
    }
  }

  /** What the route made of the message is not what its author sent. */
  private Content payload(Exchange exchange, Message message) throws IOException {
    return RouteContent.isUntouched(exchange)
        ? RouteContent.payload(exchange).source()::open
        : RouteContent.payload(message, store.get())::open;
  }

  private void write(
      Exchange exchange,
      Content content,
      Dispatch.Known known,
      List<Reason> reasons,
      SpoolFile answer)
      throws IOException {
    var replies = xoev.get().replies(sender());
    var caseNumber = text(options.getCaseNumber(), exchange, XoevConstants.CASE_NUMBER);
    var status = text(options.getStatus(), exchange, XoevConstants.STATUS);
    try (var out = answer.output()) {
      switch (kind) {
        case REJECTION ->
            replies.reject(content, known, reasons, Original.isSmallEnough(content), out);
        case RECEIPT -> replies.confirm(content, known, caseNumber, out);
        default -> replies.acknowledge(content, known, caseNumber, status, out);
      }
    }
    answer.finish();
  }

  private static Sender sender() {
    var version = XoevReplyProducer.class.getPackage().getImplementationVersion();
    return new Sender("Amtsbote", version == null ? "dev" : version, "Amtsbote");
  }

  private static String text(String option, Exchange exchange, String header) {
    var value = option == null ? exchange.getMessage().getHeader(header, String.class) : option;
    return value == null ? "" : value;
  }

  private void submit(Exchange exchange, Message message, SpoolFile answer) throws IOException {
    var account = exchange.getFromRouteId();
    var key = "reply " + kind.name().toLowerCase(Locale.ROOT) + " " + message.id();
    try (var intake = store.get().intake()) {
      intake.add(PartRole.PAYLOAD, "payload", XML, answer.open());
      var receipt =
          intake.commit(
              new NewMessage(
                  message.tenant(), new Entry(EntryKind.ROUTE, account), key, Traits.NONE));
      store
          .get()
          .note(
              message.id(),
              TimelineEvent.ANSWERED,
              Note.of(Map.of("kind", kind.name(), "message", receipt.id().toString())));
    } catch (GatewayException e) {
      // a route that runs again answers once
      if (e.code() != ErrorCode.IDEMPOTENCY_CONFLICT) {
        throw e;
      }
    }
  }

  private void note(Message message, String why) {
    store
        .get()
        .note(
            message.id(),
            TimelineEvent.NOT_ANSWERED,
            Note.of(Map.of("kind", kind.name(), "details", why)));
  }
}
