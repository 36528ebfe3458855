package de.amtsbote.gateway.message.gate;

import java.util.Optional;

/** The names of what messages can wait for. */
public final class Gate {

  private static final String FULL = "full:";

  private Gate() {}

  /** A route, by its id. */
  public static String route(String id) {
    return "route:" + id;
  }

  /** A partner of the directory. */
  public static String partner(String name) {
    return "partner:" + name;
  }

  /** A delivery to a Fachverfahren. */
  public static String delivery(String name) {
    return "delivery:" + name;
  }

  /** An OSCI intermediary. */
  public static String intermediary(String name) {
    return "osci:" + name;
  }

  /** Behind it waits who found no place at a destination. */
  static String full(String destination) {
    return FULL + destination;
  }

  /** The destination that is full; empty for other gates. */
  static Optional<String> fullDestination(String gate) {
    return gate.startsWith(FULL) ? Optional.of(gate.substring(FULL.length())) : Optional.empty();
  }

  /** A pause holds for the messages of one tenant only. */
  static String paused(String tenant, String target) {
    return target + "@" + tenant;
  }
}
