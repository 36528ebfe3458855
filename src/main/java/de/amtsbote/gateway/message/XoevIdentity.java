package de.amtsbote.gateway.message;

/**
 * What an XÖV message says of itself: a resend has the same, a correction has a new UUID.
 *
 * @param author key of the author, such as {@code ags:99000001}
 * @param uuid the message's own UUID
 */
public record XoevIdentity(String author, String uuid) {}
