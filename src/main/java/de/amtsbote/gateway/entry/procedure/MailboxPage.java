package de.amtsbote.gateway.entry.procedure;

import java.util.List;

/**
 * A page of a mailbox, oldest first.
 *
 * @param nextCursor gives the next page; null on the last one
 */
record MailboxPage(List<MailboxMessage> messages, String nextCursor) {}
