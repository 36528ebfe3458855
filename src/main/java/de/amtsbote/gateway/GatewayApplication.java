package de.amtsbote.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as a Spring application. */
@SpringBootApplication
public class GatewayApplication {

  /**
   * Starts the gateway and returns when it serves.
   *
   * @param arguments Spring properties of the form {@code --key=value}
   */
  public static ConfigurableApplicationContext start(String... arguments) {
    return SpringApplication.run(GatewayApplication.class, arguments);
  }
}
