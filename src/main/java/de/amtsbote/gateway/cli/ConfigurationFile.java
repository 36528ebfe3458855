package de.amtsbote.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The gateway's configuration as the gateway would read it, without the gateway. */
public final class ConfigurationFile {

  private final StandardEnvironment environment = new StandardEnvironment();

  private ConfigurationFile() {}

  /**
   * Reads a YAML file; as for the gateway, environment variables win over it, and what it leaves
   * out has the gateway's defaults.
   */
  public static ConfigurationFile read(Path file) throws IOException {
    ConfigurationFile configuration = new ConfigurationFile();
    configuration.add(file.toString(), new FileSystemResource(file));
    configuration.add("defaults", new ClassPathResource("application.yaml"));
    return configuration;
  }

  private void add(String name, Resource resource) throws IOException {
    new YamlPropertySourceLoader()
        .load(name, resource)
        .forEach(environment.getPropertySources()::addLast);
  }

  /** The value of a property as a path. */
  public Path path(String key, String otherwise) {
    return Path.of(environment.getProperty(key, otherwise));
  }

  /** The value of a property, or null. */
  public String placeholder(String key) {
    return environment.getProperty(key);
  }

  /** The names directly below a property. */
  public Set<String> namesUnder(String key) {
    return Binder.get(environment)
        .bind(key, Bindable.mapOf(String.class, Object.class))
        .map(Map::keySet)
        .orElse(Set.of());
  }
}
