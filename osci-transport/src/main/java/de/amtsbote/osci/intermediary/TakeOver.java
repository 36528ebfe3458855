package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.StoreOutcome;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.RoleCertificate;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Takes a delivery over into the store, the same for all orders that bring one. */
final class TakeOver {

  private final MailboxStore store;
  private final Inspector inspector;

  TakeOver(MailboxStore store, Inspector inspector) {
    this.store = store;
    this.inspector = inspector;
  }

  static X509Certificate addresseeOf(Request request) throws IOException {
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

  /** Stores the delivery of an order; an error if its message id is not good. */
  Optional<FeedbackCode> store(
      Request request, X509Certificate addressee, Inspector.Result found, boolean fetchable) {
    var id = request.order().messageId();
    if (id == null) {
      return Optional.of(FeedbackCode.MESSAGE_ID_MISSING);
    }
    var delivery =
        new NewDelivery(
            id.value(),
            RoleCertificate.fingerprint(addressee),
            fetchable,
            request.mailbox(),
            Optional.ofNullable(request.order().subject()),
            request.at(),
            Deliveries.headerOf(request.message()).encode(),
            InspectionCodec.encode(found.inspections()),
            Deliveries.partsOf(request.message()));
    return store.store(delivery) == StoreOutcome.STORED
        ? Optional.empty()
        : Optional.of(FeedbackCode.MESSAGE_ID_UNKNOWN);
  }
}
