package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.fitconnect.FitConnectSendingStore.Sending;
import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.FitConnectApi.Announced;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters what is submitted into the store. The id of a submission is the id of its hand-over in the
 * words of the receiver: an operator who gives the one up gives up the other.
 */
final class SubmissionBook {

  private final String name;
  private final FitConnectSendingStore sendings;
  private final TransmissionStore transmissions;
  private final MessageStore messages;
  private final TransactionTemplate transaction;
  private final Duration patience;

  /**
   * A book.
   *
   * @param name of the delivery
   * @param patience until the receiver of what was submitted is asked first
   */
  SubmissionBook(
      String name,
      FitConnectSendingStore sendings,
      TransmissionStore transmissions,
      MessageStore messages,
      TransactionTemplate transaction,
      Duration patience) {
    this.name = name;
    this.sendings = sendings;
    this.transmissions = transmissions;
    this.messages = messages;
    this.transaction = transaction;
    this.patience = patience;
  }

  /** The id that a hand-over goes out under; null before. */
  String id(UUID transmission) {
    return transmissions.get(transmission).osciMessageId();
  }

  /** What was announced under this id for a hand-over, and still counts. */
  Optional<Sending> of(UUID transmission, String id) {
    return sendings.find(transmission).filter(it -> it.submission().toString().equals(id));
  }

  /**
   * Keeps what was announced; gives what another node has announced when that was faster.
   *
   * @param before the id that the hand-over had when this was decided; null for none
   */
  Sending announced(Handover handover, String before, Announced announced) {
    var id = UUID.fromString(handover.deliveryId());
    transaction.executeWithoutResult(
        status -> {
          // the message before its hand-over, as everybody who writes both
          messages.note(
              MessageId.parse(handover.messageId()),
              TimelineEvent.RESERVED,
              Note.of(
                  Map.of(
                      "delivery",
                      name,
                      "submission",
                      announced.submission().toString(),
                      "case",
                      announced.caseId().toString())));
          if (transmissions.replace(id, before, announced.submission().toString())) {
            sendings.announced(name, id, announced);
          } else {
            status.setRollbackOnly();
          }
        });
    return of(id, id(id))
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.DELIVERY_UNAVAILABLE,
                    "delivery %s: another node is submitting the message right now"
                        .formatted(name)));
  }

  void forget(Sending sending) {
    sendings.forget(sending);
  }

  void submitting(Sending sending) {
    sendings.submitting(sending);
  }

  void notSubmitted(Sending sending) {
    sendings.notSubmitted(sending);
  }

  /** It was submitted; null for tags that nobody can tell. */
  void submitted(Sending sending, AuthenticationTags tags) {
    sendings.submitted(sending, tags, patience);
  }
}
