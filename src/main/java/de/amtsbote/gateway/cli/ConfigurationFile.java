package de.amtsbote.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The gateway's configuration as the gateway would read it, without the gateway. */
public final class ConfigurationFile {

  private static final Pattern NAME = Pattern.compile("amtsbote(\\.[A-Za-z0-9_-]+)+");

  private final StandardEnvironment environment = new StandardEnvironment();
  private List<PropertySource<?>> file = List.of();

  private ConfigurationFile() {}

  /**
   * Reads a YAML file; as for the gateway, environment variables win over it, and what it leaves
   * out has the gateway's defaults.
   */
  public static ConfigurationFile read(Path file) throws IOException {
    ConfigurationFile configuration = new ConfigurationFile();
    configuration.file = configuration.add(file.toString(), new FileSystemResource(file));
    configuration.add("defaults", new ClassPathResource("application.yaml"));
    return configuration;
  }

  private List<PropertySource<?>> add(String name, Resource resource) throws IOException {
    var sources = new YamlPropertySourceLoader().load(name, resource);
    sources.forEach(environment.getPropertySources()::addLast);
    return sources;
  }

  /** The value of a property as a path. */
  public Path path(String key, String otherwise) {
    return Path.of(environment.getProperty(key, otherwise));
  }

  /** Binds properties as the gateway does. */
  public Binder binder() {
    return Binder.get(environment);
  }

  /**
   * The line of the property that a text names, or of what stands nearest to it.
   *
   * @return counted from 1; 0 when nothing in the file belongs to it
   */
  public int lineOf(String text) {
    var named = NAME.matcher(text);
    if (!named.find()) {
      return 0;
    }
    for (var key = named.group(); key.contains("."); key = key.substring(0, key.lastIndexOf('.'))) {
      var line = firstLine(key);
      if (line > 0) {
        return line;
      }
    }
    return 0;
  }

  private int firstLine(String key) {
    return file.stream()
        .filter(it -> it instanceof EnumerablePropertySource<?> && it instanceof OriginLookup<?>)
        .map(it -> (EnumerablePropertySource<?>) it)
        .flatMap(it -> Arrays.stream(it.getPropertyNames()).map(name -> lineOf(it, name, key)))
        .filter(line -> line > 0)
        .min(Integer::compare)
        .orElse(0);
  }

  private static int lineOf(EnumerablePropertySource<?> source, String name, String key) {
    var belongs = name.equals(key) || name.startsWith(key + ".") || name.startsWith(key + "[");
    return belongs
            && OriginLookup.getOrigin(source, name) instanceof TextResourceOrigin origin
            && origin.getLocation() != null
        ? origin.getLocation().getLine() + 1
        : 0;
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
