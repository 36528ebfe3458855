package de.amtsbote.gateway.console;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Traits;

/** A line of the list of messages. */
record MessageRow(String id, MessageState state, String receivedAt, Traits traits) {

  static MessageRow of(Message message, Times times) {
    return new MessageRow(
        message.id().toString(),
        message.state(),
        times.text(message.receivedAt()),
        message.traits());
  }
}
