package de.amtsbote.gateway.message;

/**
 * What an entry knows about a message that it hands in.
 *
 * @param idempotencyKey unique per entry account; a repeat with the same content gets the first
 *     receipt; null when the entry has none
 * @param traits what was given with the submission
 * @param traceparent W3C trace context; null without
 */
public record NewMessage(
    String tenant, Entry entry, String idempotencyKey, Traits traits, String traceparent) {

  /** A message without trace context. */
  public NewMessage(String tenant, Entry entry, String idempotencyKey, Traits traits) {
    this(tenant, entry, idempotencyKey, traits, null);
  }

  /** Who hands it in, as timelines name it. */
  String actor() {
    return "account:" + entry.account();
  }
}
