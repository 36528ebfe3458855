package de.amtsbote.gateway.cli.check;

import de.amtsbote.gateway.cli.ConfigurationFile;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.dvdv.DvdvCheck;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.yaml.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with the settings of the DVDV, by their lines. */
final class DvdvFindings {

  private static final List<String> ENTRIES =
      List.of("amtsbote.osci.mailboxes", "amtsbote.osci.push", "amtsbote.xta.server.accounts");

  private DvdvFindings() {}

  static List<Finding> of(Path file, ConfigurationFile settings, Clock clock) {
    var samples =
        Boolean.parseBoolean(settings.placeholder("amtsbote.sample-certificates-allowed"));
    var problems =
        new ArrayList<>(DvdvCheck.problems(settings.binder(), demanded(settings), samples, clock));
    var order = settings.placeholder("amtsbote.directory-order");
    if (order != null) {
      try {
        new Partners(List.of(), List.of(order.strip().split("\\s*,\\s*")));
      } catch (GatewayException e) {
        problems.add(e.details());
      }
    }
    return problems.stream()
        .map(it -> Finding.error(file, settings.lineOf(it), it))
        .sorted()
        .toList();
  }

  private static Map<String, String> demanded(ConfigurationFile settings) {
    var demanded = new TreeMap<String, String>();
    for (var entries : ENTRIES) {
      for (var name : settings.namesUnder(entries)) {
        var key = "%s.%s.author-category".formatted(entries, name);
        var category = settings.placeholder(key);
        if (category != null) {
          demanded.put(key, category);
        }
      }
    }
    return demanded;
  }
}
