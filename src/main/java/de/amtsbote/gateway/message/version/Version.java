package de.amtsbote.gateway.message.version;

import de.amtsbote.gateway.message.Entry;
import java.time.Instant;

/**
 * Which version of a message is there now.
 *
 * @param tag another one after every change of whatever callers can see
 * @param changedAt when it or one of its hand-overs was changed last
 */
public record Version(String tenant, Entry entry, String tag, Instant changedAt) {}
