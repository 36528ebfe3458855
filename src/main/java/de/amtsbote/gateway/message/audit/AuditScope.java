package de.amtsbote.gateway.message.audit;

import de.amtsbote.gateway.message.MessageId;
import java.time.Instant;

/**
 * Which timelines to check, oldest message first.
 *
 * @param tenant only of this tenant; null for all
 * @param message only of this message; null for all
 * @param since only of messages received then or later; null for all
 * @param after only of messages behind this one, i.e. the last of the report before; null to begin
 * @param limit at most so many messages
 */
public record AuditScope(
    String tenant, MessageId message, Instant since, MessageId after, long limit) {

  /** All timelines of all tenants. */
  public static final AuditScope ALL = new AuditScope(null, null, null, null, Long.MAX_VALUE);
}
