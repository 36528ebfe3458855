package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import java.time.Instant;

/** A message in a listing. */
record MessageSummary(
    String id,
    MessageState state,
    Instant receivedAt,
    Instant updatedAt,
    String standard,
    String version,
    String messageType,
    String reader,
    String service) {

  static MessageSummary of(Message message) {
    var traits = message.traits();
    return new MessageSummary(
        message.id().toString(),
        message.state(),
        message.receivedAt(),
        message.updatedAt(),
        traits.standard(),
        traits.version(),
        traits.messageType(),
        traits.reader(),
        traits.service());
  }
}
