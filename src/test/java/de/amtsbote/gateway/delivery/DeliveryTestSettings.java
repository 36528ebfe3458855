package de.amtsbote.gateway.delivery;

import java.util.LinkedHashMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of a delivery as a configuration file gives them. */
public final class DeliveryTestSettings {

  private DeliveryTestSettings() {}

  /** Settings out of keys and values in turn. */
  public static DeliverySettings of(Object... keysAndValues) {
    var settings = new LinkedHashMap<String, String>();
    for (var i = 0; i < keysAndValues.length; i += 2) {
      settings.put("d." + keysAndValues[i], keysAndValues[i + 1].toString());
    }
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("d", DeliverySettings.class);
  }
}
