package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.DirectorySource;
import de.amtsbote.gateway.polling.Poller;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads kept answers where a folder is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("amtsbote.dvdv.extract")
class ExtractConfiguration {

  @Bean
  Extract dvdvExtract(DvdvProperties properties, Clock clock) {
    return new Extract(properties.extract(), clock);
  }

  @Bean
  Poller extractPoller(Extract extract, @Value("${amtsbote.directory-poll:2s}") Duration every) {
    return new Poller("dvdv-extract", every, extract::refresh);
  }

  @Bean
  DirectorySource extractSource(
      Extract extract, ServiceNames names, EntryBuilder entries, Clock clock) {
    return new DvdvSource("extract", extract::service, question -> {}, names, entries, clock);
  }

  @Bean
  HealthIndicator dvdvExtractFiles(Extract extract) {
    return () -> ExtractHealth.of(extract.problem());
  }
}
