package de.amtsbote.gateway.message;

import java.time.Instant;

/**
 * A message waits for a destination that is down or for something that an operator paused.
 *
 * @param gate what it waits for, such as {@code delivery:bauamt}; null when it has been woken
 * @param since since when; this time does not count towards its time budget
 */
public record Waiting(String gate, Instant since) {}
