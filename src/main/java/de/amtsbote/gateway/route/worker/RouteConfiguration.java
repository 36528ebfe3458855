package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.delivery.xta.XtaServers;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.IdentityReader;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.pickup.ObsoleteStore;
import de.amtsbote.gateway.message.work.MessageWork;
import de.amtsbote.gateway.osci.OsciIdentities;
import de.amtsbote.gateway.route.amtsbote.Inboxes;
import de.amtsbote.gateway.route.check.KnownStandard;
import de.amtsbote.gateway.route.check.RouteCheck;
import de.amtsbote.gateway.route.check.RouteWorld;
import de.amtsbote.gateway.route.load.LiveRoutes;
import de.amtsbote.gateway.route.load.RouteFolder;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.StandardPackage;
import java.time.Clock;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts routes, worker and standards together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteProperties.class)
class RouteConfiguration {

  @Bean
  Xoev xoev(RouteProperties properties, Clock clock) {
    return Xoev.open(properties.standards(), clock);
  }

  @Bean
  StandardsWatch standardsWatch(Xoev xoev, RouteProperties properties) {
    return new StandardsWatch(xoev, properties.standards(), properties.standardsPoll());
  }

  @Bean
  StandardsHealth standardsHealth(Xoev xoev) {
    return new StandardsHealth(xoev);
  }

  @Bean
  IdentityReader xoevIdentityReader(Xoev xoev) {
    return new XoevIdentityReader(xoev);
  }

  @Bean
  Inboxes inboxes() {
    return new Inboxes();
  }

  @Bean
  RouteFolder routeFolder(
      RouteProperties properties,
      CamelContext context,
      Inboxes inboxes,
      Environment environment,
      LiveDirectory directory,
      Deliveries deliveries,
      OsciIdentities identities,
      XtaServers servers,
      Xoev xoev) {
    return new RouteFolder(
        properties.routes(),
        () -> world(directory, deliveries, identities, servers, xoev),
        world -> new RouteCheck(world, environment::getProperty, context.getRegistry()),
        new LiveRoutes((ModelCamelContext) context, inboxes));
  }

  private static RouteWorld world(
      LiveDirectory directory,
      Deliveries deliveries,
      OsciIdentities identities,
      XtaServers servers,
      Xoev xoev) {
    return new RouteWorld(
        directory.get().partnerNames(),
        deliveries.names(),
        identities.names(),
        servers.names(),
        xoev.catalog().packages().stream().map(RouteConfiguration::standard).toList());
  }

  private static KnownStandard standard(StandardPackage it) {
    return new KnownStandard(
        it.name(),
        it.version(),
        it.manifest().roots().stream()
            .collect(
                Collectors.toMap(
                    MessageRoot::name, MessageRoot::messageType, (first, second) -> first)));
  }

  @Bean
  RouteRuntime routeRuntime(CamelContext context, RouteFolder folder, RouteProperties properties) {
    return new RouteRuntime(context, folder, properties.routesPoll());
  }

  @Bean
  MessageWork routeWorker(
      MessageStore store,
      HandOvers handOvers,
      Inboxes inboxes,
      Xoev xoev,
      LiveDirectory directory,
      CorrelationStore correlations,
      Mailboxes mailboxes,
      TransactionTemplate transaction,
      Gates gates,
      ObsoleteStore obsolete) {
    return new RouteWorker(
        store,
        inboxes,
        new Recognition(xoev, store, correlations, directory),
        new Ending(handOvers, mailboxes, transaction),
        gates,
        obsolete);
  }
}
