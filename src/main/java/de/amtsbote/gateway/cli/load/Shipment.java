package de.amtsbote.gateway.cli.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One message on its way, as far as its sender can tell. All times are nanoseconds of one clock.
 */
final class Shipment {

  private static final Set<String> ENDS =
      Set.of("DELIVERED", "COMPLETED", "REJECTED", "PARKED", "CANCELLED", "EXPIRED");

  private final String key;
  private final String sha256;
  private final long due;
  private volatile long answered;
  private volatile String refusal;
  private volatile String id;
  private volatile String state = "";
  private volatile String reason = "";
  private volatile Instant receivedAt;
  private volatile Instant endedAt;
  private volatile int attempts;
  private volatile boolean unknown;

  /**
   * A message that is to be sent.
   *
   * @param due when it shall go out; latencies count from here, however late it really went
   */
  Shipment(String key, String sha256, long due) {
    this.key = key;
    this.sha256 = sha256;
    this.due = due;
  }

  void attempted() {
    attempts++;
  }

  void accepted(String messageId, Instant at, long now) {
    receivedAt = at;
    answered = now;
    id = messageId;
  }

  /** The answer that no repeat follows. */
  void refused(String code) {
    refusal = code;
  }

  void seen(String now, Instant updatedAt) {
    state = now;
    if (ENDS.contains(now) && endedAt == null) {
      endedAt = updatedAt;
    }
  }

  void because(String code) {
    reason = code;
  }

  /** The gateway gave a receipt and does not know the message. */
  void lost() {
    unknown = true;
  }

  boolean isAccepted() {
    return id != null;
  }

  boolean isOpen() {
    return id != null && endedAt == null;
  }

  boolean isLost() {
    return unknown;
  }

  String key() {
    return key;
  }

  String sha256() {
    return sha256;
  }

  String id() {
    return id;
  }

  String state() {
    return state;
  }

  /** Code of the reason when it was rejected or parked, else empty. */
  String reason() {
    return reason;
  }

  /** Code of the refusal, or null. */
  String refusal() {
    return refusal;
  }

  int attempts() {
    return attempts;
  }

  /** The moment at which it should have gone out. */
  long due() {
    return due;
  }

  /** From the moment it should have gone out until the receipt was there. */
  Duration untilReceipt() {
    return Duration.ofNanos(answered - due);
  }

  /**
   * From the moment it should have gone out until the gateway saw its end: until the receipt by the
   * sender's clock, from then on by the gateway's.
   */
  Duration untilEnd() {
    return untilReceipt().plus(Duration.between(receivedAt, endedAt));
  }
}
