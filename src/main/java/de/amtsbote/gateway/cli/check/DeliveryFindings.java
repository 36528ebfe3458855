package de.amtsbote.gateway.cli.check;

import de.amtsbote.gateway.cli.ConfigurationFile;
import de.amtsbote.gateway.delivery.DeliveryRules;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.yaml.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;

/** What is wrong with the settings of deliveries, by their lines. */
final class DeliveryFindings {

  private static final String ALL = "amtsbote.deliveries";

  private DeliveryFindings() {}

  static List<Finding> of(Path file, ConfigurationFile settings) {
    return settings.namesUnder(ALL).stream()
        .flatMap(name -> problems(name, settings))
        .map(it -> Finding.error(file, settings.lineOf(it), it))
        .sorted()
        .toList();
  }

  private static Stream<String> problems(String name, ConfigurationFile settings) {
    var prefix = ALL + "." + name;
    try {
      var delivery = settings.binder().bindOrCreate(prefix, DeliverySettings.class);
      return DeliveryRules.check(name, delivery).stream()
          .map(it -> (it.key().isEmpty() ? prefix : prefix + "." + it.key()) + " " + it.text());
    } catch (BindException e) {
      // its text could repeat a secret
      return Stream.of(
          "%s cannot be a %s"
              .formatted(
                  e.getName(), e.getTarget().getType().resolve(Object.class).getSimpleName()));
    }
  }
}
