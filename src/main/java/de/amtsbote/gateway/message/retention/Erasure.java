package de.amtsbote.gateway.message.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * What one run removed of one group of messages.
 *
 * @param run id of the run
 * @param standard null for messages of no recognised standard
 * @param service null for messages without one
 * @param before messages that had ended before then
 * @param bytes plain size of the removed content; zero when evidence was removed
 */
public record Erasure(
    UUID run,
    int number,
    Instant at,
    Kind kind,
    String tenant,
    String standard,
    String service,
    Instant before,
    long messages,
    long parts,
    long bytes) {

  /** What is removed. */
  public enum Kind {
    /** Data key and stored parts; what happened stays known. */
    CONTENT,
    /** The message itself with its timeline, hand-overs and idempotency key. */
    EVIDENCE
  }
}
