package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt: a run of a message's work, or one time it was handed to a receiver.
 *
 * @param transmission the hand-over; null for a run of the work
 * @param destination logical name of partner or Fachverfahren; null for a run of the work
 * @param node the gateway process that made it
 * @param endedAt null while it is under way, or after its node died
 * @param result null while it is under way
 * @param code code of the error; null without
 * @param incident id under which the log tells more; null without
 */
public record Attempt(
    long id,
    UUID transmission,
    String destination,
    String node,
    Instant startedAt,
    Instant endedAt,
    AttemptResult result,
    String code,
    String incident) {}
