package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.xta.XtaServers;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.osci.OsciClients;
import de.amtsbote.gateway.osci.OsciIdentities;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.gateway.route.amtsbote.Inboxes;
import de.amtsbote.xoev.engine.Xoev;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the preflight ask what sending asks. */
@Configuration(proxyBeanMethods = false)
class PreflightConfiguration {

  @Bean
  Preflight preflight(
      Xoev xoev,
      Inboxes inboxes,
      Partners partners,
      OsciTrust trust,
      OsciIdentities identities,
      OsciClients clients,
      Gates gates,
      Deliveries deliveries,
      XtaServers servers,
      Clock clock,
      @Value("${amtsbote.production:true}") boolean production) {
    var reachable = new Reachable(clients, deliveries, servers, gates, clock);
    return new Preflight(
        new ContentChecks(xoev, production),
        new WayChecks(inboxes, partners, gates),
        new ChannelChecks(trust, identities, reachable),
        new DeliveryChecks(reachable, gates),
        clock);
  }
}
