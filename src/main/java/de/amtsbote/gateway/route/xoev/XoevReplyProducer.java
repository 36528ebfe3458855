package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.reply.Reason;
import de.amtsbote.xoev.reply.ReplyKind;
import de.amtsbote.xoev.reply.Sender;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Answers the author of the message: the answer becomes a message of its own in the store, which
 * goes its own way. The body of the exchange stays as it is.
 */
class XoevReplyProducer extends DefaultProducer {

  private final XoevConfiguration options;
  private final ReplyKind kind;
  private final Supplier<Xoev> xoev;
  private final Supplier<MessageStore> store;
  private final Supplier<Spool> spool;
  private final AuthorProof proof;
  private final Answers answers;

  XoevReplyProducer(XoevEndpoint endpoint) {
    super(endpoint);
    options = endpoint.getConfiguration();
    kind = options.getKind();
    xoev = Beans.lazily(endpoint, Xoev.class);
    store = Beans.lazily(endpoint, MessageStore.class);
    spool = Beans.lazily(endpoint, Spool.class);
    proof = new AuthorProof(endpoint);
    answers = new Answers(endpoint);
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
        answers.refuse(message, "of no installed standard that is in force");
        return;
      }
      write(exchange, content, known, reasons.get(), answer);
      var doubt = proof.doubt(message, traits(answer, message));
      if (doubt.isPresent()) {
        answers.refuse(message, doubt.get());
      } else {
        answers.submit(message, exchange.getFromRouteId(), answer);
      }
    } catch (XoevException refused) {
      answers.refuse(message, refused.error().code() + " " + refused.details());
    }
  }

  /** What the answer says of itself: its reader is the author of the message. */
  private Traits traits(SpoolFile answer, Message message) throws IOException {
    Content written = answer::open;
    if (!(xoev.get().dispatch(written, Standards.day(message)) instanceof Dispatch.Known known)) {
      return Traits.NONE;
    }
    var header = xoev.get().header(written, known.standard());
    return new Traits(
        known.standard().name(),
        known.standard().version(),
        known.root().messageType(),
        text(header.map(it -> it.author().key())),
        text(header.map(it -> it.reader().key())),
        text(header.map(XoevHeader::service)),
        text(header.map(XoevHeader::messageUuid)));
  }

  private static String text(Optional<String> value) {
    return value.filter(it -> !it.isEmpty()).orElse(null);
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
}
