package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.Optional;

/**
 * The process card (Laufzettel) of a delivery; it lives longer than the delivery.
 *
 * @param modifiedAt time of the last change, never before any of the other times
 * @param inspections as given in {@link NewDelivery#inspections()}
 */
public record ProcessCardEntry(
    String messageId,
    String mailbox,
    Optional<String> originator,
    Optional<String> subject,
    Instant createdAt,
    Optional<Instant> forwardedAt,
    Optional<Instant> receivedAt,
    Instant modifiedAt,
    byte[] inspections) {

  /** The card with its time of forwarding, unless it has one. */
  public ProcessCardEntry forwarded(Instant at) {
    return forwardedAt.isPresent() ? this : with(Optional.of(at), receivedAt, at);
  }

  /** The card with its time of reception, unless it has one. */
  public ProcessCardEntry received(Instant at) {
    return receivedAt.isPresent() ? this : with(forwardedAt, Optional.of(at), at);
  }

  /** The card with a later change that none of its times shows. */
  public ProcessCardEntry touched(Instant at) {
    return with(forwardedAt, receivedAt, at);
  }

  private ProcessCardEntry with(
      Optional<Instant> forwarded, Optional<Instant> received, Instant at) {
    return new ProcessCardEntry(
        messageId,
        mailbox,
        originator,
        subject,
        createdAt,
        forwarded,
        received,
        at.isAfter(modifiedAt) ? at : modifiedAt,
        inspections);
  }
}
