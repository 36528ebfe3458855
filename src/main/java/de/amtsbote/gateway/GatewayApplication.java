package de.amtsbote.gateway;

import java.nio.file.Path;
import java.util.Map;
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
    var application = new SpringApplication(GatewayApplication.class);
    application.setDefaultProperties(
        Map.of(ConfigurationPlaces.PROPERTY, ConfigurationPlaces.of(Path.of("."))));
    return application.run(arguments);
  }
}
