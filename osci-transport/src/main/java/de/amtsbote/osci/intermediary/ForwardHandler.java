package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.PushOrder;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCardBundle;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * forwardDelivery: brings a delivery to a passive recipient while the client waits. If the
 * recipient cannot be reached and the policy says so, the order counts as executed, its process
 * card has no reception yet, and it is tried again.
 */
final class ForwardHandler implements OrderHandler {

  private final MailboxStore store;
  private final TakeOver takeOver;
  private final Push push;
  private final Cards cards;
  private final Clock clock;

  ForwardHandler(MailboxStore store, TakeOver takeOver, Push push, Cards cards, Clock clock) {
    this.store = store;
    this.takeOver = takeOver;
    this.push = push;
    this.cards = cards;
    this.clock = clock;
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    if (request.order().messageId() == null) {
      return Outcome.refused(FeedbackCode.MESSAGE_ID_MISSING);
    }
    var addressee = TakeOver.addresseeOf(request);
    var found = takeOver.inspect(request);
    if (found.error().isPresent()) {
      return Outcome.refused(found.error().get());
    }
    var recipient = push.recipientOf(request);
    if (recipient.isEmpty()) {
      return Outcome.refused(FeedbackCode.FAILED_BEFORE_RECIPIENT);
    }
    var order =
        push.later().map(it -> new PushOrder(recipient.get(), request.at().plus(it.lease())));
    var error = takeOver.store(request, addressee, found, false, order);
    return error.isPresent()
        ? Outcome.refused(error.get())
        : bring(request, recipient.get(), addressee, found);
  }

  private Outcome bring(
      Request request, URI recipient, X509Certificate addressee, Inspector.Result found) {
    var id = request.order().messageId().value();
    store.markForwarded(id, now());
    var values = Order.builder().processCard(card(id)).build();
    var parcel = Outcome.Delivery.of(request.message());
    var result =
        push.bring(recipient, MessageType.ACCEPT_DELIVERY, values, parcel, addressee, request.at());
    if (result instanceof PushResult.Taken taken) {
      taken.answer().close();
      store.markReceived(id, now());
      store.endPush(id);
      var warnings = new ArrayList<>(found.codes());
      warnings.addAll(taken.warnings());
      return Outcome.done(Order.builder().processCard(card(id)), warnings);
    }
    var failed = (PushResult.Failed) result;
    if (failed.worthRetry() && push.later().isPresent()) {
      store.postponePush(id, push.later().get().after(1, now()));
      return Outcome.done(Order.builder().processCard(card(id)), List.copyOf(found.codes()));
    }
    store.endPush(id);
    if (failed.neverArrived()) {
      store.withdraw(id);
    }
    return Outcome.refused(failed.code());
  }

  private ProcessCardBundle card(String id) {
    return store.card(id).map(cards::bundle).orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
