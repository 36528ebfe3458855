package de.amtsbote.gateway.cli;

import org.springframework.context.ConfigurableApplicationContext;

/** Starts the gateway in this process. */
@FunctionalInterface
public interface GatewayStarter {

  /**
   * Returns when the gateway serves.
   *
   * @param arguments properties of the form {@code --key=value}
   */
  ConfigurableApplicationContext start(String... arguments);
}
