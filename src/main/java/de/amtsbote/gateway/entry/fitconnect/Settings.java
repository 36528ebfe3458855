package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.fitconnect.EventLog;
import de.amtsbote.gateway.fitconnect.FitConnectApi;
import de.amtsbote.gateway.fitconnect.FitConnectClients;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import java.time.Clock;
import java.util.Map;

/**
 * A destination that is fetched from, with its keys opened.
 *
 * @param name by which routes select
 */
record Settings(
    String name,
    FitConnectProperties.Destination destination,
    FitConnectApi api,
    EventLog log,
    Map<String, RsaJwk> decryptionKeys,
    RsaJwk signingKey) {

  /**
   * Opens keys and makes the client.
   *
   * @throws de.amtsbote.gateway.message.GatewayException CONFIGURATION_INVALID or
   *     KEY_RING_UNREADABLE
   */
  static Settings open(
      String name,
      FitConnectProperties.Destination destination,
      FitConnectClients clients,
      Clock clock) {
    var api = clients.destination(name, destination);
    return new Settings(
        name,
        destination,
        api,
        EventLog.ofOwn(api, destination.id(), clock),
        clients.decryptionKeys(name, destination),
        clients.signingKey(name, destination));
  }
}
