package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxUsage;

/**
 * How much may lie in one mailbox, received deliveries that are still kept included.
 *
 * @param deliveries how many
 * @param octets of their contents together
 */
public record MailboxLimits(long deliveries, long octets) {

  private static final long GIB = 1L << 30;

  /** 100,000 deliveries, 100 GiB. */
  public static MailboxLimits standard() {
    return new MailboxLimits(100_000, 100 * GIB);
  }

  /** Whether a mailbox cannot take another delivery of this size. */
  boolean refuse(MailboxUsage usage, long size) {
    return usage.deliveries() >= deliveries || usage.octets() + size > octets;
  }
}
