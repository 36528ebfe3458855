package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.GatewayException;
import java.util.Optional;

/** Finds the failure that is known under the ones that wrap it. */
public final class Failures {

  private Failures() {}

  /** The gateway's own failure, such as a part that is damaged in the store. */
  public static Optional<GatewayException> known(Throwable error) {
    for (var it = error; it != null; it = it.getCause()) {
      if (it instanceof GatewayException known) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
