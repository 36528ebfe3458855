package de.amtsbote.osci.model;

/**
 * Dialog data of one message (OSCI-Transport 1.2, K§4.2): an absent value is null.
 *
 * @param conversationId digits, given by the intermediary
 * @param sequenceNumber position in the dialog, from 0
 * @param response repeats the challenge of the other side
 * @param challenge to be repeated by the other side
 */
public record ControlBlock(
    String conversationId, Long sequenceNumber, String response, String challenge) {

  /** A control block that only challenges, as in initDialog. */
  public static ControlBlock challenge(String challenge) {
    return new ControlBlock(null, null, null, challenge);
  }

  /** An order outside of an explicit dialog: sequence number 0 and a challenge. */
  public static ControlBlock implicit(String challenge) {
    return new ControlBlock(null, 0L, null, challenge);
  }

  /** Whether the message belongs to an explicit dialog. */
  public boolean inDialog() {
    return conversationId != null;
  }
}
