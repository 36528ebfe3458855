package de.amtsbote.gateway.message.event;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import java.time.Instant;

/**
 * Something that a portal is told about one of its messages.
 *
 * @param id number of its row
 * @param position place in the feed; 0 before it was read there
 * @param sequence place in the timeline of the message, so that events of one message order by it
 * @param state where the message is then
 * @param code why, where there is a reason; null without
 * @param attempts how often it was pushed in vain
 * @param replyId the answer that lies ready; null for other events
 * @param processRef what the sender of the message calls its case; null without
 * @param inReplyTo the message that this one answers; null without
 */
public record Event(
    long id,
    long position,
    String tenant,
    String account,
    MessageId messageId,
    int sequence,
    EventType type,
    Instant at,
    MessageState state,
    String code,
    int attempts,
    MessageId replyId,
    String processRef,
    MessageId inReplyTo) {

  /** The same for every repetition: message id and place in its timeline. */
  public String stableId() {
    return messageId + "-" + sequence;
  }
}
