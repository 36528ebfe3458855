package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.gateway.security.KeyFiles;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the delivery services of FIT-Connect available. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FitConnectProperties.class)
class FitConnectConfiguration {

  @Bean
  KeyTrust fitConnectKeyTrust(OsciTrust trust) {
    return new KeyTrust(trust);
  }

  @Bean
  FitConnectClients fitConnectClients(
      FitConnectProperties properties,
      KeyFiles keys,
      Clock clock,
      @Value("${amtsbote.sample-certificates-allowed}") boolean samplesAllowed) {
    return new FitConnectClients(properties.services(), keys, samplesAllowed, clock);
  }
}
