package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an intermediary keeps its state. All of it goes through here, so several nodes may share
 * one store. Every method that changes something is atomic, and returns only when the change is
 * durable. Mailboxes are named by the SHA-256 fingerprint (lower-case hexadecimal) of a cipher
 * certificate. Instants have millisecond precision. A store that fails throws {@link
 * MailboxStoreException}.
 */
public interface MailboxStore {

  /** Remembers a message id that was given out and may be used once. */
  void issue(String messageId, Instant at);

  /**
   * Takes a delivery over and uses its message id up, both or neither. The parts are read while
   * this method runs and never held whole in memory.
   */
  StoreOutcome store(NewDelivery delivery);

  /** Takes back a delivery that could not be forwarded: its message id is unused again. */
  void withdraw(String messageId);

  /** Whether a message id was given out here and waits for its delivery. */
  boolean isUnused(String messageId);

  /** What lies in a mailbox. */
  MailboxUsage usage(String mailbox);

  /** The delivery with this id in one of these mailboxes, received before or not. */
  Optional<StoredDelivery> delivery(Set<String> mailboxes, String messageId);

  /** The delivery with this id whether it can be fetched or not. */
  Optional<StoredDelivery> delivery(String messageId);

  /**
   * Deliveries whose push is due, the longest due first. They are not due again before the given
   * instant, so of several nodes only one gets each.
   */
  List<PendingPush> claimPushes(Instant now, Instant notBefore, int most);

  /** Lets a push rest until an instant. */
  void postponePush(String messageId, Instant until);

  /** Ends a push: the recipient has the delivery, or will not get it. */
  void endPush(String messageId);

  /** Lets the addressee fetch a delivery that could not be pushed; ends its push. */
  void release(String messageId, Instant at);

  /** The oldest delivery that matches and has not been received. */
  Optional<StoredDelivery> oldestWaiting(WaitingQuery query);

  /** How many deliveries match and have not been received, counted up to a number. */
  long countWaiting(WaitingQuery query, int most);

  /** Notes that the message to the recipient is built; only the first time counts. */
  void markForwarded(String messageId, Instant at);

  /** Notes that a passive recipient confirmed; only the first time counts. */
  void markReceived(String messageId, Instant at);

  /** The process card with this id, if the delivery was ever stored here. */
  Optional<ProcessCardEntry> card(String messageId);

  /** The cards that match, oldest modification first, at most {@link CardQuery#limit()}. */
  List<ProcessCardEntry> cards(CardQuery query);

  /** Keeps a new dialog; its conversation id is unique. */
  void open(DialogState dialog);

  /** The dialog with this conversation id, unless it was closed or purged. */
  Optional<DialogState> dialog(String conversationId);

  /**
   * Replaces the state of a dialog, or closes it if there is no next state, provided that the
   * stored state still equals the given one ({@link DialogState#isSameStepAs}). In the same step,
   * the delivery that {@code from} holds as fetched counts as received at {@code at}, unless {@code
   * to} still holds it.
   *
   * @return false if the dialog is gone or another request was faster; then nothing is changed
   */
  boolean advance(DialogState from, Optional<DialogState> to, Instant at);

  /** Removes a dialog without acknowledging anything. */
  void discard(String conversationId);

  /** Deletes what is older than the limits. */
  void purge(PurgeLimits limits);
}
