package de.amtsbote.gateway.message.audit;

import de.amtsbote.gateway.message.MessageId;

/**
 * What a check has come to.
 *
 * @param broken messages whose timeline does not hold
 * @param last the last message checked, when there may be more behind it; null at the end
 */
public record AuditReport(long messages, long entries, long broken, MessageId last) {

  /** True when every timeline is as it was written. */
  public boolean holds() {
    return broken == 0;
  }
}
