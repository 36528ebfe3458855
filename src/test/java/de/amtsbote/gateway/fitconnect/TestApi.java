package de.amtsbote.gateway.fitconnect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Clients of delivery services for tests of other packages. */
public final class TestApi {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private TestApi() {}

  /** A client with a line of its own. */
  public static FitConnectApi of(URI address, String client, String secret, Clock clock) {
    var service =
        new FitConnectProperties.Service(
            address, URI.create(address + "/token"), null, null, PATIENCE, PATIENCE, PATIENCE);
    return new FitConnectApi(
        new FitConnectLine(service, client, secret, null, clock), address.toString());
  }
}
