package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;

/** Says what is wrong with the settings of the DVDV before a gateway is started with them. */
public final class DvdvCheck {

  private static final String SETTINGS = "amtsbote.dvdv";

  private final boolean samplesAllowed;
  private final Clock clock;
  private final List<String> problems = new ArrayList<>();

  private DvdvCheck(boolean samplesAllowed, Clock clock) {
    this.samplesAllowed = samplesAllowed;
    this.clock = clock;
  }

  /**
   * Reads the settings and the files that they name; asks nobody.
   *
   * @param demanded settings that demand a category of authors, with the category
   * @return what is wrong, each with the name of the setting
   */
  public static List<String> problems(
      Binder settings, Map<String, String> demanded, boolean samplesAllowed, Clock clock) {
    var check = new DvdvCheck(samplesAllowed, clock);
    try {
      check.all(settings.bindOrCreate(SETTINGS, DvdvProperties.class), demanded);
    } catch (BindException e) {
      var property = e.getProperty();
      check.problems.add(
          "%s: '%s' is no possible value"
              .formatted(
                  property == null ? e.getName() : property.getName(),
                  property == null ? "" : property.getValue()));
    }
    return check.problems;
  }

  private void all(DvdvProperties properties, Map<String, String> demanded) {
    trying(() -> new ServiceNames(properties.services()));
    if (properties.extract() != null) {
      trying(() -> new Extract(properties.extract(), clock));
    }
    if (!properties.servers().isEmpty()) {
      var keys = new KeyFiles(samplesAllowed);
      trying(() -> DvdvOnlineConfiguration.http(properties, keys, samplesAllowed, clock));
    } else {
      demanded.forEach((key, it) -> trying(() -> SenderCategories.NONE.requireAskable(key, it)));
    }
  }

  private void trying(Runnable step) {
    try {
      step.run();
    } catch (GatewayException e) {
      var text = e.details();
      problems.add(text.contains("amtsbote.") ? text : SETTINGS + ": " + text);
    }
  }
}
