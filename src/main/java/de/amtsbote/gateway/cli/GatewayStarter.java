package de.amtsbote.gateway.cli;

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
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
      throw new CommandFailure(
          "the gateway did not start: " + cause.getMessage() + ". Its log tells more.", failure);
    }
  }
}
