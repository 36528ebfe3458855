package de.amtsbote.gateway.message.gate;

import java.util.Optional;

/** A message must wait: a destination is down, or something is paused. No attempt was made. */
public final class HeldBackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String gate;

  HeldBackException(String gate) {
    super("waits for " + gate);
    this.gate = gate;
  }

  /** What is waited for, such as {@code delivery:bauamt}. */
  public String gate() {
    return gate;
  }

  /** The one among an exception and its causes. */
  public static Optional<HeldBackException> in(Throwable error) {
    for (var it = error; it != null; it = it.getCause()) {
      if (it instanceof HeldBackException held) {
        return Optional.of(held);
      }
    }
    return Optional.empty();
  }
}
