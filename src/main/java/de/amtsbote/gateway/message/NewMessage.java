package de.amtsbote.gateway.message;

import java.time.Instant;

/**
 * What an entry knows about a message that it hands in.
 *
 * @param idempotencyKey unique per entry account; a repeat with the same content gets the first
 *     receipt; null when the entry has none
 * @param traits what was given with the submission
 * @param traceparent W3C trace context; null without
 * @param notBefore when its work may begin; null for at once
 */
public record NewMessage(
    String tenant,
    Entry entry,
    String idempotencyKey,
    Traits traits,
    String traceparent,
    Instant notBefore) {

  /** A message whose work begins at once. */
  public NewMessage(
      String tenant, Entry entry, String idempotencyKey, Traits traits, String traceparent) {
    this(tenant, entry, idempotencyKey, traits, traceparent, null);
  }

  /** A message without trace context. */
  public NewMessage(String tenant, Entry entry, String idempotencyKey, Traits traits) {
    this(tenant, entry, idempotencyKey, traits, null);
  }

  /** When its work begins, when it is stored now. */
  Instant due(Instant now) {
    return notBefore == null || notBefore.isBefore(now) ? now : notBefore;
  }

  /** Who hands it in, as timelines name it. */
  String actor() {
    return "account:" + entry.account();
  }
}
