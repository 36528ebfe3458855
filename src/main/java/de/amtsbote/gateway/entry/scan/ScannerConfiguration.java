package de.amtsbote.gateway.entry.scan;

import de.amtsbote.gateway.message.VirusScanner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the configured virus scanner available. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScannerProperties.class)
class ScannerConfiguration {

  @Bean
  VirusScanner virusScanner(ScannerProperties properties) {
    return properties.host() == null ? VirusScanner.NONE : new Clamd(properties);
  }
}
