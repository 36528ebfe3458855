package de.amtsbote.gateway.message.gate;

import java.time.Instant;

/**
 * Something that an operator paused for the messages of its tenant.
 *
 * @param target such as {@code route:ummeldung}, {@code partner:bauamt}, {@code delivery:melde}
 * @param actor who did it
 */
public record Pause(String tenant, String target, String reason, String actor, Instant at) {}
