package de.amtsbote.gateway.message.rotation;

import java.time.Instant;

/**
 * How a key of the key ring is used by the store.
 *
 * @param messages messages whose data key it wraps
 * @param firstUsedAt when a node named it as its key first; null when none ever did
 * @param seenAt when a node last had it as its key; null when none ever did
 */
public record KeyUse(String alias, long messages, Instant firstUsedAt, Instant seenAt) {}
