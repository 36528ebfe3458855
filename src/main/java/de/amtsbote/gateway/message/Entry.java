package de.amtsbote.gateway.message;

/**
 * Where a message came in.
 *
 * @param account name of the account or mailbox, unique within its tenant and kind
 */
public record Entry(EntryKind kind, String account) {}
