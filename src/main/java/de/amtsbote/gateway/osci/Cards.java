package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.CardTimes;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Timestamp;
import java.time.Instant;

/** The times of a process card as the store keeps them. */
final class Cards {

  private Cards() {}

  static CardTimes times(ProcessCardBundle bundle) {
    var card = bundle.card();
    var fallback = card.recentModification().toInstant();
    return new CardTimes(
        instant(card.creation(), fallback),
        instant(card.forwarding(), fallback),
        instant(card.reception(), fallback));
  }

  /** A cryptographic time stamp counts with the time of the last change. */
  private static Instant instant(Timestamp time, Instant fallback) {
    if (time == null) {
      return null;
    }
    return time instanceof Timestamp.Plain plain ? plain.time().toInstant() : fallback;
  }
}
