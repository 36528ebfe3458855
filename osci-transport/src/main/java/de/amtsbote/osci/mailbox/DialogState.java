package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.Optional;

/**
 * An explicit dialog between two orders.
 *
 * @param conversationId digits
 * @param clientCipher the client's cipher certificate (DER), sent once when the dialog began
 * @param clientSigner fingerprint of the certificate that signed the first order, if it was signed
 * @param encrypted whether the dialog began with an encrypted order
 * @param sequenceNumber what the next order must carry
 * @param challenge what the next order must carry as response
 * @param fetched id of the delivery that the last answer carried and the next order acknowledges
 * @param lastUsedAt for the time-out
 */
public record DialogState(
    String conversationId,
    byte[] clientCipher,
    Optional<String> clientSigner,
    boolean encrypted,
    long sequenceNumber,
    String challenge,
    Optional<String> fetched,
    Instant lastUsedAt) {

  /** Whether two states are the same step of the same dialog. */
  public boolean isSameStepAs(DialogState other) {
    return conversationId.equals(other.conversationId)
        && sequenceNumber == other.sequenceNumber
        && challenge.equals(other.challenge)
        && fetched.equals(other.fetched);
  }

  /** The state after an order was taken. */
  public DialogState next(String newChallenge, Instant at) {
    return new DialogState(
        conversationId,
        clientCipher,
        clientSigner,
        encrypted,
        sequenceNumber + 1,
        newChallenge,
        Optional.empty(),
        at);
  }

  /** This step, whose answer carries a delivery. */
  public DialogState carrying(String messageId) {
    return new DialogState(
        conversationId,
        clientCipher,
        clientSigner,
        encrypted,
        sequenceNumber,
        challenge,
        Optional.of(messageId),
        lastUsedAt);
  }
}
