package de.amtsbote.osci.mailbox;

import java.net.URI;
import java.time.Instant;

/**
 * Where a delivery is to be brought.
 *
 * @param recipient address of the passive recipient
 * @param retryAt when it is tried again, unless something else is decided before
 */
public record PushOrder(URI recipient, Instant retryAt) {}
