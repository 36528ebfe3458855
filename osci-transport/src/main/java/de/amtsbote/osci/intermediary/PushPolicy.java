package de.amtsbote.osci.intermediary;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * To whom deliveries are pushed, and how often.
 *
 * @param admitted addresses that an order may name; without this list any client could send the
 *     intermediary anywhere
 * @param attempts how often a recipient that cannot be reached is tried within one order
 * @param pause between two attempts
 * @param later how a delivery is tried again after its order was answered; without it the client is
 *     told that it failed
 */
public record PushPolicy(
    Predicate<URI> admitted, int attempts, Duration pause, Optional<PushRetry> later) {

  /** Without another attempt after the order. */
  public PushPolicy(Predicate<URI> admitted, int attempts, Duration pause) {
    this(admitted, attempts, pause, Optional.empty());
  }

  /** Three attempts with a second between them, to exactly these addresses. */
  public static PushPolicy to(Set<URI> recipients) {
    return new PushPolicy(Set.copyOf(recipients)::contains, 3, Duration.ofSeconds(1));
  }

  /** This policy, and one attempt within the order but more of them after it. */
  public PushPolicy retrying(PushRetry retry) {
    return new PushPolicy(admitted, 1, pause, Optional.of(retry));
  }
}
