package de.amtsbote.osci.mailbox;

/**
 * What lies in a mailbox, received or not.
 *
 * @param deliveries how many have content
 * @param octets of their contents together
 */
public record MailboxUsage(long deliveries, long octets) {}
