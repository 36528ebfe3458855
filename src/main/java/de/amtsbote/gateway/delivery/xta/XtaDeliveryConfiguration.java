package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliveryMaker;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.TrustFolder;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers deliveries to the configured XTA servers, and says how they are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XtaServersProperties.class)
class XtaDeliveryConfiguration {

  @Bean
  XtaClients xtaClients(
      XtaServersProperties properties,
      KeyFiles keys,
      @Value("${amtsbote.sample-certificates-allowed}") boolean samplesAllowed) {
    return new XtaClients(
        properties.servers(),
        keys,
        folder -> new TrustFolder("amtsbote.xta.servers.*.trust", folder, samplesAllowed));
  }

  @Bean
  HealthIndicator xtaServers(XtaClients clients, Clock clock) {
    return new XtaServersHealth(clients, clock);
  }

  @Bean
  DeliveryMaker xtaDeliveries(XtaClients clients) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.XTA;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        if (!clients.names().contains(name)) {
          throw new GatewayException(
              ErrorCode.CONFIGURATION_INVALID,
              "amtsbote.xta.servers.%s is missing; a delivery of kind xta needs it"
                  .formatted(name));
        }
        return new XtaDelivery(name, clients.server(name), clients.client(name));
      }
    };
  }
}
