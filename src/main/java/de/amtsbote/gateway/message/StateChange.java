package de.amtsbote.gateway.message;

import java.util.Optional;

/**
 * One move of a message.
 *
 * @param entry where the message came in
 * @param before the state it left; empty when it was taken in just now
 * @param line the timeline entry of the move; its state is where the message is now
 */
public record StateChange(
    MessageId id, String tenant, Entry entry, Optional<MessageState> before, TimelineEntry line) {

  /** Where the message is now. */
  public MessageState state() {
    return line.state();
  }
}
