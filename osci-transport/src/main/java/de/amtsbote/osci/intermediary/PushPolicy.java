package de.amtsbote.osci.intermediary;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/**
 * To whom deliveries are pushed, and how often.
 *
 * @param admitted addresses that an order may name; without this list any client could send the
 *     intermediary anywhere
 * @param attempts how often a recipient that cannot be reached is tried within one order
 * @param pause between two attempts
 */
public record PushPolicy(Predicate<URI> admitted, int attempts, Duration pause) {

  /** Three attempts with a second between them, to exactly these addresses. */
  public static PushPolicy to(Set<URI> recipients) {
    return new PushPolicy(Set.copyOf(recipients)::contains, 3, Duration.ofSeconds(1));
  }
}
