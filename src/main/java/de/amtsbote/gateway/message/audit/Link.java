package de.amtsbote.gateway.message.audit;

import java.time.Instant;

/** An entry as it stands in the table, whatever became of it. */
record Link(
    int sequence,
    Instant at,
    String event,
    String state,
    String code,
    String actor,
    String details,
    String previousHash,
    String hash) {}
