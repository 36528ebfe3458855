package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.PartSource;
import de.amtsbote.osci.mailbox.PushOrder;
import de.amtsbote.osci.mailbox.StoreOutcome;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.RoleCertificate;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a delivery over into the store, the same for all orders that bring one. */
final class TakeOver {

  private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);

  private final MailboxStore store;
  private final Inspector inspector;
  private final MailboxGauge gauge;

  TakeOver(MailboxStore store, Inspector inspector, MailboxLimits limits) {
    this.store = store;
    this.inspector = inspector;
    this.gauge = new MailboxGauge(store, limits);
  }

  /** Whose mailbox it is; a fault if there is none, or if no message could pass it on to him. */
  static X509Certificate addresseeOf(Request request) throws IOException {
    if (!Deliveries.canGoOn(request.message())) {
      throw new FaultException(FeedbackCode.NO_VALID_MESSAGE, "too much header to be passed on");
    }
    return request
        .message()
        .certificates()
        .addresseeCipher()
        .orElseThrow(
            () -> new FaultException(FeedbackCode.NO_VALID_MESSAGE, "no addressee is named"));
  }

  Inspector.Result inspect(Request request) {
    return inspector.inspect(
        request.message().certificates(), request.ownCertificates(), request.at());
  }

  /** Stores the delivery of an order; an error if its message id or its mailbox cannot take it. */
  Optional<FeedbackCode> store(
      Request request,
      X509Certificate addressee,
      Inspector.Result found,
      boolean fetchable,
      Optional<PushOrder> push) {
    var id = request.order().messageId();
    if (id == null) {
      return Optional.of(FeedbackCode.MESSAGE_ID_MISSING);
    }
    var mailbox = RoleCertificate.fingerprint(addressee);
    var parts = Deliveries.partsOf(request.message());
    long size = parts.stream().mapToLong(PartSource::length).sum();
    if (gauge.refuses(mailbox, size, request.at())) {
      LOG.warn("mailbox {} is full", mailbox);
      return Optional.of(FeedbackCode.EXECUTION_FAILED);
    }
    var delivery =
        new NewDelivery(
            id.value(),
            mailbox,
            fetchable,
            push,
            request.mailbox(),
            Optional.ofNullable(request.order().subject()),
            request.at(),
            Deliveries.headerOf(request.message()).encode(),
            InspectionCodec.encode(found.inspections()),
            parts);
    if (store.store(delivery) != StoreOutcome.STORED) {
      return Optional.of(FeedbackCode.MESSAGE_ID_UNKNOWN);
    }
    gauge.stored(mailbox, size);
    return Optional.empty();
  }
}
