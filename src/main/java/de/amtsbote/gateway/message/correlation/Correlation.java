package de.amtsbote.gateway.message.correlation;

import de.amtsbote.gateway.message.MessageId;
import java.time.LocalDate;

/**
 * What a message is known by elsewhere.
 *
 * @param processRef what its sender calls the case; null without
 * @param externalId its id in its sender's words, where the entry has such ids; null without
 * @param inReplyTo the message that it answers; null without
 * @param test whether its sender calls it a test, where the entry has such a mark
 * @param obsoleteAfter last day on which it is of use to its sender; null without
 */
public record Correlation(
    String processRef,
    String externalId,
    MessageId inReplyTo,
    boolean test,
    LocalDate obsoleteAfter) {

  /** Nothing is known. */
  public static final Correlation NONE = new Correlation(null, null, null);

  /** What most entries know. */
  public Correlation(String processRef, String externalId, MessageId inReplyTo) {
    this(processRef, externalId, inReplyTo, false, null);
  }

  /** The same as the answer to a message. */
  public Correlation answering(MessageId question) {
    return new Correlation(processRef, externalId, question, test, obsoleteAfter);
  }

  /** True when nothing is known. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
