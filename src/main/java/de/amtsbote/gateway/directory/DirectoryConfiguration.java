package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.polling.Poller;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the directory available and keeps it like its files. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  @Bean
  LiveDirectory liveDirectory(@Value("${amtsbote.directory:#{null}}") Path location, Clock clock) {
    return new LiveDirectory(location, clock);
  }

  @Bean
  Poller directoryPoller(
      LiveDirectory directory, @Value("${amtsbote.directory-poll:2s}") Duration every) {
    return new Poller("directory", every, directory::refresh);
  }

  @Bean
  DirectorySource fileSource(LiveDirectory directory) {
    return new FileSource(directory);
  }

  @Bean
  Partners partners(
      List<DirectorySource> sources,
      @Value("${amtsbote.directory-order:files,dvdv,extract}") List<String> order) {
    return new Partners(sources, order);
  }

  @Bean
  HealthIndicator directoryFiles(LiveDirectory directory, Clock clock) {
    return new DirectoryHealth(directory, clock);
  }
}
