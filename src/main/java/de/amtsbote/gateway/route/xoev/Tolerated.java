package de.amtsbote.gateway.route.xoev;

import de.amtsbote.xoev.quirk.Quirk;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** Which deviations of the message were tolerated before its route began. */
public final class Tolerated {

  private static final String PROPERTY = "AmtsboteTolerated";

  private Tolerated() {}

  /** Remembers them for the steps of the route. */
  public static void set(Exchange exchange, Set<Quirk> quirks) {
    exchange.setProperty(PROPERTY, Set.copyOf(quirks));
  }

  static Set<Quirk> of(Exchange exchange) {
    return exchange.getProperty(PROPERTY) instanceof Set<?> quirks
        ? quirks.stream().map(Quirk.class::cast).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
