package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.polling.Poller;
import de.amtsbote.xoev.engine.Xoev;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes available what decides how messages are checked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XoevSettings.class)
class ChecksConfiguration {

  @Bean
  LiveProfiles liveProfiles(XoevSettings settings) {
    return new LiveProfiles(settings.validation());
  }

  @Bean
  Poller validationPoller(LiveProfiles profiles, XoevSettings settings) {
    return new Poller("validation", settings.validationPoll(), profiles::refresh);
  }

  @Bean
  Checks checks(XoevSettings settings, LiveProfiles profiles, LiveDirectory directory) {
    return new Checks(settings.production(), profiles, directory);
  }

  @Bean
  EntryCheck entryCheck(Xoev xoev, Checks checks, LiveDirectory directory) {
    return new EntryCheck(xoev, checks, directory);
  }
}
