package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One submission as the store knows it; its content is opened part by part.
 *
 * @param attempts how often its route failed since it was received or repeated
 * @param firstAttemptAt when the first of these attempts failed; null before
 * @param nextDueAt when it will be tried again; null when it is not waiting for that
 * @param route id of the route that took it last; null before
 * @param waiting what it waits behind; null when it does not
 * @param reason why it is rejected or parked; null otherwise
 * @param traceparent W3C trace context of the submission; null without
 */
public record Message(
    MessageId id,
    String tenant,
    Entry entry,
    MessageState state,
    Traits traits,
    Instant receivedAt,
    Instant updatedAt,
    int attempts,
    Instant firstAttemptAt,
    Instant nextDueAt,
    String route,
    Waiting waiting,
    Reason reason,
    String traceparent,
    List<Part> parts) {

  /** The XML document; absent only when a listing did not load the parts. */
  public Optional<Part> payload() {
    return parts.stream().filter(part -> part.role() == PartRole.PAYLOAD).findFirst();
  }

  /** The attachments in their order. */
  public List<Part> attachments() {
    return parts.stream().filter(part -> part.role() == PartRole.ATTACHMENT).toList();
  }
}
