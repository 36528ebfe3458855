package de.amtsbote.gateway;

import java.nio.file.Path;

/**
 * Where configuration is read from. Spring would also take every {@code application.*} for
 * configuration that lies in the working folder, such as an application that somebody hands in.
 */
final class ConfigurationPlaces {

  /** The property that names them to Spring. */
  static final String PROPERTY = "spring.config.location";

  private ConfigurationPlaces() {}

  /** The defaults of the program, and above them {@code application.yaml} of a folder. */
  static String of(Path folder) {
    return "optional:classpath:/,optional:file:%1$s/application.yaml,optional:file:%1$s/config/application.yaml"
        .formatted(folder);
  }
}
