package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.osci.AwaitedAnswerStore;
import de.amtsbote.gateway.osci.OsciIdentities;
import de.amtsbote.gateway.osci.OsciReplies;
import de.amtsbote.gateway.osci.OsciServlet;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.spool.Spool;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mounts the passive recipients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {

  private static final String PATH = "/osci/push/*";

  @Bean
  PushEndpoints pushEndpoints(
      PushProperties properties,
      OsciIdentities identities,
      LiveDirectory directory,
      OsciTrust trust,
      MailboxIntake intake,
      SenderCategories categories,
      PushDesk desk,
      Spool osciSpool) {
    var signers = new PushSigners(directory, trust);
    return new PushEndpoints(
        properties, identities, directory, signers, intake, categories, desk, osciSpool);
  }

  @Bean
  PushDesk pushDesk(
      AwaitedAnswerStore awaited,
      OsciReplies replies,
      OsciTrust trust,
      Partners partners,
      MessageStore messages,
      CorrelationStore correlations,
      Clock clock) {
    return new PushDesk(awaited, replies, trust, partners, messages, correlations, clock);
  }

  @Bean
  ServletRegistrationBean<OsciServlet> pushServlet(PushEndpoints endpoints) {
    var servlet = new ServletRegistrationBean<>(new OsciServlet(endpoints::of), PATH);
    servlet.setName("osciPush");
    return servlet;
  }
}
