package de.amtsbote.gateway.cli;

import de.amtsbote.gateway.message.GatewayException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Starts the gateway in this process. */
@FunctionalInterface
public interface GatewayStarter {

  /**
   * Returns when the gateway serves.
   *
   * @param arguments properties of the form {@code --key=value}
   */
  ConfigurableApplicationContext start(String... arguments);

  /**
   * Starts it, or says in one line what keeps it from starting.
   *
   * @throws CommandFailure with the innermost cause
   */
  default ConfigurableApplicationContext startOrExplain(String... arguments) {
    try {
      return start(arguments);
    } catch (RuntimeException failure) {
      for (Throwable it = failure; it != null; it = it.getCause()) {
        if (it instanceof PortInUseException taken) {
          throw new CommandFailure(portInUse(taken.getPort()), failure);
        }
        if (it instanceof GatewayException known) {
          throw new CommandFailure(foreseen(known), failure);
        }
      }
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
      throw new CommandFailure(
          "the gateway did not start: " + cause.getMessage() + ". Its log tells more.", failure);
    }
  }

  private static String foreseen(GatewayException known) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(known);
    String why = String.valueOf(cause.getMessage());
    return "the gateway did not start: "
        + known.getMessage()
        + (known.getMessage().contains(why) ? "" : " (" + why + ")")
        + ". "
        + known.code().remedy()
        + " Its log tells more.";
  }

  private static String portInUse(int port) {
    return "the gateway did not start: another program listens on port %d already.".formatted(port)
        + " End that one, or choose another port with the setting server.port (--server.port=%d)."
            .formatted(port + 1);
  }
}
