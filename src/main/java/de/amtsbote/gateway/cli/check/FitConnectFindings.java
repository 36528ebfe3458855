package de.amtsbote.gateway.cli.check;

import de.amtsbote.gateway.cli.ConfigurationFile;
import de.amtsbote.gateway.fitconnect.FitConnectCheck;
import de.amtsbote.gateway.yaml.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What is wrong with the settings of FIT-Connect, by their lines. */
final class FitConnectFindings {

  private FitConnectFindings() {}

  static List<Finding> of(Path file, ConfigurationFile settings, Clock clock) {
    var samples =
        Boolean.parseBoolean(settings.placeholder("amtsbote.sample-certificates-allowed"));
    return FitConnectCheck.problems(settings.binder(), samples, clock).stream()
        .map(it -> Finding.error(file, settings.lineOf(it), it))
        .sorted()
        .toList();
  }
}
