package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.AnswerWatch;
import de.amtsbote.gateway.delivery.mailbox.AnswerWatchStore;
import de.amtsbote.gateway.delivery.mailbox.MailboxStore;
import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.entry.xta.soap.XtaPorts;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.route.xoev.EntryCheck;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.xta.v31.XtaPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the XTA server when it is switched on; without it, nothing of it is even loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("amtsbote.xta.server.enabled")
@EnableConfigurationProperties(XtaServerProperties.class)
class XtaServerConfiguration {

  private static final String PATH = "/xta/*";

  /** Base64 makes four octets of three, and the XML around it needs some room. */
  private static final long ROOM = 1024 * 1024;

  @Bean
  XtaAccounts xtaAccounts(XtaServerProperties properties, Clock clock) {
    if (properties.tls().keyStore() == null && properties.proxy().addresses().isEmpty()) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.xta.server.tls.key-store is missing; name a PKCS#12 file, or trust a proxy");
    }
    return new XtaAccounts(
        properties.accounts(), new ProxyCertificates(properties.proxy().addresses()), clock);
  }

  @Bean
  Senders xtaSenders(
      XtaAccounts accounts, XtaServerProperties properties, SenderCategories categories) {
    return new Senders(accounts, properties.accounts(), categories);
  }

  @Bean
  SendCalls xtaSendCalls(
      XtaAccounts accounts,
      Senders senders,
      Clock clock,
      MessageStore store,
      PostgresXtaMessages messages,
      XtaIds ids,
      CorrelationStore correlations,
      TransactionTemplate transaction,
      XtaServerProperties properties,
      Inspection inspection,
      SyncAnswers answers) {
    return new SendCalls(
        accounts,
        senders,
        new Orders(clock),
        store,
        messages,
        ids,
        correlations,
        transaction,
        properties.limit().toBytes(),
        inspection,
        answers);
  }

  @Bean
  Exchanges xtaExchanges(Partners partners, Mailboxes mailboxes) {
    return new Exchanges(partners, mailboxes);
  }

  @Bean
  Inspection xtaInspection(
      XtaServerProperties properties, Exchanges exchanges, EntryCheck check, Clock clock) {
    properties
        .profiles()
        .forEach(
            (name, it) -> {
              if (it.service() == null) {
                throw new GatewayException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "amtsbote.xta.server.profiles.%s.service is missing".formatted(name));
              }
            });
    return new Inspection(
        properties.profiles().values(), exchanges, check, properties.validate(), clock);
  }

  @Bean
  MailboxItems xtaMailboxItems(
      MessageStore store,
      TransmissionStore transmissions,
      PostgresXtaMessages messages,
      CorrelationStore correlations,
      XtaIds ids) {
    return new MailboxItems(store, transmissions, messages, new Kept(store, ids, correlations));
  }

  @Bean
  SyncAnswers xtaSyncAnswers(
      AnswerWatch watch, AnswerWatchStore answers, MessageStore store, MailboxItems items) {
    return new SyncAnswers(watch, answers, store, items);
  }

  @Bean
  XtaIds xtaIds(PostgresXtaMessages messages, XtaServerProperties properties) {
    return new XtaIds(messages, properties.prefix());
  }

  @Bean
  MailboxCalls xtaMailboxCalls(
      XtaAccounts accounts,
      Mailboxes mailboxes,
      MailboxStore entries,
      MailboxItems items,
      PostgresXtaMessages messages,
      CorrelationStore correlations,
      XtaIds ids) {
    return new MailboxCalls(accounts, mailboxes, entries, items, ids, messages, correlations);
  }

  @Bean
  ManagementCalls xtaManagementCalls(
      XtaAccounts accounts,
      PostgresXtaMessages messages,
      MessageStore store,
      TransmissionStore transmissions,
      LiveDirectory directory,
      Partners partners,
      Mailboxes mailboxes,
      CorrelationStore correlations,
      XtaIds ids,
      Clock clock,
      XtaServerProperties properties) {
    var identity = properties.identity() == null ? properties.prefix() : properties.identity();
    return new ManagementCalls(
        accounts,
        messages,
        new Reports(store, transmissions, new Kept(store, ids, correlations), clock, identity),
        new Cancellation(store, clock),
        directory,
        partners,
        mailboxes,
        ids);
  }

  @Bean
  XtaPorts xtaPorts(
      SendCalls send,
      ManagementCalls management,
      MailboxCalls mailbox,
      XtaServerProperties properties,
      @Value("${amtsbote.spool:${amtsbote.data}/spool}") Path spool)
      throws IOException {
    var ports = new XtaPorts(Files.createDirectories(spool));
    var header = properties.proxy().header();
    ports.open(XtaPort.SEND, send, requestLimit(properties), header);
    ports.open(XtaPort.MANAGEMENT, management, ROOM, header);
    ports.open(XtaPort.MAILBOX, mailbox, ROOM, header);
    return ports;
  }

  @Bean
  XtaDoor xtaDoor(XtaAccounts accounts, XtaServerProperties properties) {
    return new XtaDoor(accounts, properties, requestLimit(properties), ROOM);
  }

  private static long requestLimit(XtaServerProperties properties) {
    return properties.limit().toBytes() / 2 * 3 + ROOM;
  }

  @Bean
  ServletRegistrationBean<CXFNonSpringServlet> xtaServlet(XtaPorts ports) {
    var servlet = new ServletRegistrationBean<>(ports.servlet(), PATH);
    servlet.addInitParameter("hide-service-list-page", "true");
    return servlet;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> xtaConnector(
      XtaServerProperties properties,
      KeyFiles keys,
      @Value("${amtsbote.sample-certificates-allowed}") boolean samplesAllowed) {
    return factory -> {
      if (properties.tls().keyStore() != null) {
        factory.addAdditionalConnectors(
            new XtaConnector(properties.tls(), keys, samplesAllowed)
                .connector(requestLimit(properties)));
      }
    };
  }
}
