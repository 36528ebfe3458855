package de.amtsbote.osci.client;

import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.Optional;

/**
 * What a passive recipient answered to a mediated delivery; valid until it is closed. With a
 * message id it counts as received with the next order of the dialog, as fetched deliveries do.
 */
public final class MediatedReply extends AnsweredDelivery {

  MediatedReply(IncomingMessage answer, ClientIdentity identity, Confirmation confirmation) {
    super(answer, identity, confirmation);
  }

  /** The process card of what was sent; none without a message id. */
  public Optional<ProcessCardBundle> requestCard() {
    return answer().order().processCard();
  }

  /** The process card of the reply; none without a message id. */
  public Optional<ProcessCardBundle> replyCard() {
    return Optional.ofNullable(answer().order().replyProcessCard());
  }
}
