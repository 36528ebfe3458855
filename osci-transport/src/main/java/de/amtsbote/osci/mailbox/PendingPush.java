package de.amtsbote.osci.mailbox;

import java.net.URI;
import java.time.Instant;

/**
 * A delivery that did not reach its passive recipient yet.
 *
 * @param recipient where it is to be brought
 * @param attempts how often it was claimed, this time included
 * @param since when the delivery was stored
 */
public record PendingPush(String messageId, URI recipient, int attempts, Instant since) {}
