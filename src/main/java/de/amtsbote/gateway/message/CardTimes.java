package de.amtsbote.gateway.message;

import java.time.Instant;

/**
 * The times on a process card (Laufzettel); each null while it has not happened.
 *
 * @param created the intermediary took the delivery
 * @param forwarded it was given to the reader
 * @param received the reader confirmed that it has it
 */
public record CardTimes(Instant created, Instant forwarded, Instant received) {

  /** Nothing is known yet. */
  public static final CardTimes NONE = new CardTimes(null, null, null);
}
