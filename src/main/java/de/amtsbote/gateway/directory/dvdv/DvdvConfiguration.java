package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.SenderCategories;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What asking the DVDV and reading kept answers have in common. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DvdvProperties.class)
class DvdvConfiguration {

  @Bean
  ServiceNames dvdvServiceNames(DvdvProperties properties) {
    return new ServiceNames(properties.services());
  }

  @Bean
  EntryBuilder dvdvEntries(DvdvProperties properties, LiveDirectory files, Clock clock) {
    return new EntryBuilder(properties.networks(), files, clock);
  }

  @Bean
  SenderCategories senderCategories(ObjectProvider<Dvdv> dvdv) {
    var online = dvdv.getIfAvailable();
    return online == null ? SenderCategories.NONE : new Categories(online);
  }
}
