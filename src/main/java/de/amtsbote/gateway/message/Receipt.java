package de.amtsbote.gateway.message;

import java.time.Instant;

/**
 * The promise that a message is on disk and will not get lost.
 *
 * @param sha256 SHA-256 of the payload as it arrived, lower-case hex
 * @param repeated true when this is the first receipt of a message handed in again
 */
public record Receipt(
    MessageId id, MessageState state, Instant receivedAt, String sha256, boolean repeated) {}
