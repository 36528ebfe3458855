package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.osci.client.MediatedReply;
import java.io.IOException;
import java.util.Optional;

/** Takes what a partner answered at once into the store. */
@FunctionalInterface
public interface ReplyIntake {

  /**
   * Stores a reply as a message that answers what was sent.
   *
   * @return empty when it cannot be opened or trusted: it is kept closed, for an operator
   * @throws IOException when it cannot be stored now
   */
  Optional<MessageId> keep(OutgoingMessage sent, MediatedReply reply) throws IOException;
}
