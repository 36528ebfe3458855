package de.amtsbote.gateway.operations.deadlines;

import de.amtsbote.gateway.message.pickup.Pickup;

/** The logical name of the partner that a hand-over goes to. */
final class Partners {

  /** A hand-over over OSCI names the own identity behind its partner. */
  private static final String VIA = " via ";

  private Partners() {}

  static String of(Pickup pickup) {
    var at = pickup.destination().lastIndexOf(VIA);
    return at < 0 ? pickup.destination() : pickup.destination().substring(0, at);
  }
}
