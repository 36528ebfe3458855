package de.amtsbote.gateway.message.correlation;

import de.amtsbote.gateway.message.MessageId;

/**
 * What a message is known by elsewhere.
 *
 * @param processRef what its sender calls the case; null without
 * @param externalId its id in its sender's words, where the entry has such ids; null without
 * @param inReplyTo the message that it answers; null without
 */
public record Correlation(String processRef, String externalId, MessageId inReplyTo) {

  /** Nothing is known. */
  public static final Correlation NONE = new Correlation(null, null, null);

  /** True when nothing is known. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
