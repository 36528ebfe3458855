package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import java.time.Instant;

/**
 * A message in a list for operators.
 *
 * @param waitsFor gate behind which it waits; null when it does not
 * @param code code of the reason for which it is rejected or parked; null otherwise
 */
record MessageLine(
    String id,
    MessageState state,
    Instant receivedAt,
    Instant updatedAt,
    String account,
    String standard,
    String version,
    String messageType,
    String author,
    String reader,
    String service,
    String xoevUuid,
    String route,
    int failedAttempts,
    Instant nextAttemptAt,
    String waitsFor,
    String code) {

  static MessageLine of(Message message) {
    var traits = message.traits();
    return new MessageLine(
        message.id().toString(),
        message.state(),
        message.receivedAt(),
        message.updatedAt(),
        message.entry().account(),
        traits.standard(),
        traits.version(),
        traits.messageType(),
        traits.author(),
        traits.reader(),
        traits.service(),
        traits.xoevUuid(),
        message.route(),
        message.attempts(),
        message.nextDueAt(),
        message.waiting() == null ? null : message.waiting().gate(),
        message.reason() == null ? null : message.reason().code().code());
  }
}
