package de.amtsbote.gateway.message.event;

import de.amtsbote.gateway.message.MessageState;
import java.util.Locale;

/** What an event tells. */
public enum EventType {
  RECEIVED,
  VALIDATED,
  SENT,
  DELIVERED,
  COMPLETED,
  REJECTED,
  PARKED,
  CANCELLED,
  EXPIRED,
  /** The reader has not picked the message up within its time; the state stays. */
  PICKUP_OVERDUE,
  /** An answer to the message lies ready; the state stays. */
  REPLY;

  static EventType of(MessageState state) {
    return valueOf(state.name());
  }

  /** The name that portals see, such as {@code de.amtsbote.message.pickup-overdue}. */
  public String publicName() {
    return "de.amtsbote.message." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
