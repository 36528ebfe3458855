package de.amtsbote.gateway.operations.node;

import java.time.Instant;

/**
 * A gateway process.
 *
 * @param seenAt when it last showed that it lives
 * @param running messages and jobs that it worked on then
 * @param draining whether it is being taken out of service: it takes nothing new
 * @param drained whether nothing runs any more, so that it can be stopped
 * @param reason why; null when it is not
 * @param actor who ordered it; null when nobody did
 */
public record Node(
    String name,
    Instant startedAt,
    Instant seenAt,
    int running,
    boolean draining,
    boolean drained,
    String reason,
    String actor) {}
