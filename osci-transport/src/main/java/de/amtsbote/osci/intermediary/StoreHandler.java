package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.StoreOutcome;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.RoleCertificate;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** storeDelivery: puts a delivery into the addressee's mailbox. */
final class StoreHandler implements OrderHandler {

  private final MailboxStore store;
  private final Inspector inspector;
  private final Cards cards;

  StoreHandler(MailboxStore store, Inspector inspector, Cards cards) {
    this.store = store;
    this.inspector = inspector;
    this.cards = cards;
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    if (request.order().messageId() == null) {
      return Outcome.refused(FeedbackCode.MESSAGE_ID_MISSING);
    }
    var message = request.message();
    var addressee =
        message
            .certificates()
            .addresseeCipher()
            .orElseThrow(
                () -> new FaultException(FeedbackCode.NO_VALID_MESSAGE, "no addressee is named"));
    var found = inspector.inspect(message.certificates(), request.ownCertificates(), request.at());
    if (found.error().isPresent()) {
      return Outcome.refused(found.error().get());
    }
    return store(request, addressee, found);
  }

  private Outcome store(Request request, X509Certificate addressee, Inspector.Result found) {
    var id = request.order().messageId().value();
    var delivery =
        new NewDelivery(
            id,
            RoleCertificate.fingerprint(addressee),
            true,
            request.mailbox(),
            Optional.ofNullable(request.order().subject()),
            request.at(),
            Deliveries.headerOf(request.message()).encode(),
            InspectionCodec.encode(found.inspections()),
            Deliveries.partsOf(request.message()));
    if (store.store(delivery) != StoreOutcome.STORED) {
      return Outcome.refused(FeedbackCode.MESSAGE_ID_UNKNOWN);
    }
    var card = store.card(id).map(cards::bundle).orElse(null);
    return Outcome.done(Order.builder().processCard(card), List.copyOf(found.codes()));
  }
}
