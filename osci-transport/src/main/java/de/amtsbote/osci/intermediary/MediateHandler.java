package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.wire.IncomingMessage;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * mediateDelivery: brings a delivery to a passive recipient and its answer back in the same order.
 * With a message id both get process cards, and the answer waits in the client's mailbox until the
 * next order of the dialog confirms it.
 */
final class MediateHandler implements OrderHandler {

  private final MailboxStore store;
  private final TakeOver takeOver;
  private final Push push;
  private final Cards cards;
  private final Inspector inspector;
  private final Clock clock;

  MediateHandler(
      MailboxStore store,
      TakeOver takeOver,
      Push push,
      Cards cards,
      Inspector inspector,
      Clock clock) {
    this.store = store;
    this.takeOver = takeOver;
    this.push = push;
    this.cards = cards;
    this.inspector = inspector;
    this.clock = clock;
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    var addressee = TakeOver.addresseeOf(request);
    var found = takeOver.inspect(request);
    if (found.error().isPresent()) {
      return Outcome.refused(found.error().get());
    }
    var recipient = push.recipientOf(request);
    if (recipient.isEmpty()) {
      return Outcome.refused(FeedbackCode.FAILED_BEFORE_RECIPIENT);
    }
    var id = Optional.ofNullable(request.order().messageId()).map(MessageId::value);
    if (id.isEmpty()) {
      var result = bring(request, recipient.get(), Order.EMPTY, addressee);
      return result instanceof PushResult.Taken taken
          ? withoutCards(taken, found)
          : Outcome.refused(((PushResult.Failed) result).code());
    }
    var error = takeOver.store(request, addressee, found, false, Optional.empty());
    return error.isPresent()
        ? Outcome.refused(error.get())
        : withCards(request, recipient.get(), addressee, found);
  }

  private PushResult bring(
      Request request, URI recipient, Order values, X509Certificate addressee) {
    var parcel = Outcome.Delivery.of(request.message());
    return push.bring(
        recipient, MessageType.PROCESS_DELIVERY, values, parcel, addressee, request.at());
  }

  private Outcome withoutCards(PushResult.Taken taken, Inspector.Result found) {
    return carriesNothing(taken.answer())
        ? Outcome.refused(FeedbackCode.NO_ANSWER_DELIVERY)
        : outcome(taken, found, Order.builder(), Optional.empty());
  }

  private Outcome withCards(
      Request request, URI recipient, X509Certificate addressee, Inspector.Result found) {
    var id = request.order().messageId().value();
    var reply = new MessageId(UUID.randomUUID().toString());
    store.markForwarded(id, now());
    var values = Order.builder().messageIdResponse(reply).processCard(card(id)).build();
    var result = bring(request, recipient, values, addressee);
    if (result instanceof PushResult.Failed failed) {
      if (failed.neverArrived()) {
        store.withdraw(id);
      } else if (failed.code() == FeedbackCode.NO_ANSWER_DELIVERY) {
        // accepted all the same
        store.markReceived(id, now());
      }
      return Outcome.refused(failed.code());
    }
    var taken = (PushResult.Taken) result;
    store.markReceived(id, now());
    if (carriesNothing(taken.answer())) {
      return Outcome.refused(FeedbackCode.NO_ANSWER_DELIVERY);
    }
    keepReply(request, taken.answer(), reply.value());
    var order = Order.builder().processCard(card(id)).replyProcessCard(card(reply.value()));
    return outcome(taken, found, order, Optional.of(reply.value()));
  }

  private void keepReply(Request request, IncomingMessage answer, String reply) {
    var at = now();
    var inspected = inspector.inspect(answer.certificates(), request.ownCertificates(), at);
    store.issue(reply, at);
    store.store(
        new NewDelivery(
            reply,
            request.mailbox().orElseThrow(),
            true,
            Optional.empty(),
            answer.certificates().originatorCipher().map(RoleCertificate::fingerprint),
            Optional.ofNullable(answer.order().subject()),
            at,
            Deliveries.headerOf(answer).encode(),
            InspectionCodec.encode(inspected.inspections()),
            Deliveries.partsOf(answer)));
    store.markForwarded(reply, at);
  }

  private static boolean carriesNothing(IncomingMessage answer) {
    if (answer.content().elements().isEmpty()) {
      answer.close();
      return true;
    }
    return false;
  }

  private static Outcome outcome(
      PushResult.Taken taken, Inspector.Result found, Order.Builder order, Optional<String> id) {
    var warnings = new ArrayList<>(found.codes());
    warnings.addAll(taken.warnings());
    var answer = taken.answer();
    var delivery =
        new Outcome.Delivery(
            id,
            answer.certificates().withoutIntermediary(),
            answer.headers(),
            answer.content(),
            answer::close);
    return new Outcome(Optional.empty(), List.copyOf(warnings), order, Optional.of(delivery));
  }

  private ProcessCardBundle card(String id) {
    return store.card(id).map(cards::bundle).orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
