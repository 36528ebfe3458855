package de.amtsbote.gateway.message.answer;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;

/** What came of waiting for an answer. */
public sealed interface Answer {

  /** It lies ready for whoever asked. */
  record Replied(MessageId reply) implements Answer {}

  /**
   * There will be none: the question was refused, put aside, taken back or has expired.
   *
   * @param question as it is now, with the reason
   */
  record Refused(Message question) implements Answer {}

  /** It did not come in time; it may still come. */
  record Late() implements Answer {}
}
