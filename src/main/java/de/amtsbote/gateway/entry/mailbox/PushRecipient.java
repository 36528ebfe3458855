package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.recipient.PushedDelivery;
import de.amtsbote.osci.recipient.RecipientService;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what an intermediary brings into the store before it is answered. What only its sender can
 * mend is refused, and its originator is told so (9805); after anything that may pass, or that is
 * wrong here, the intermediary brings it again.
 */
final class PushRecipient implements RecipientService {

  private static final Logger LOG = LoggerFactory.getLogger(PushRecipient.class);

  private final String name;
  private final PushProperties.Push push;
  private final MailboxIntake intake;

  PushRecipient(String name, PushProperties.Push push, MailboxIntake intake) {
    this.name = name;
    this.push = push;
    this.intake = intake;
  }

  @Override
  public boolean accept(PushedDelivery delivery) throws IOException {
    var card = delivery.processCard();
    if (card.isEmpty()) {
      LOG.warn("push {}: a delivery without a process card is refused", name);
      return false;
    }
    var id = card.get().messageId();
    try {
      var receipt = intake.open(name, push, id, delivery);
      LOG.info("push {}: delivery {} is message {}", name, id, receipt.id());
      return true;
    } catch (GatewayException e) {
      if (!Unacceptable.is(e)) {
        throw e;
      }
      LOG.warn(
          "push {}: delivery {} is refused: {} (incident {})",
          name,
          id,
          e.getMessage(),
          e.incident());
      return false;
    }
  }
}
