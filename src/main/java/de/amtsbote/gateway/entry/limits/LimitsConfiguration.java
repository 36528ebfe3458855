package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.intermediary.IntermediaryProperties;
import de.amtsbote.gateway.message.load.LoadStore;
import de.amtsbote.gateway.security.Accounts;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the gate in front of the entries, behind the check of who is calling. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class LimitsConfiguration {

  @Bean
  IntakeGate intakeGate(
      IntakeProperties properties,
      LoadStore store,
      Clock clock,
      @Value("${amtsbote.data}") Path data,
      @Value("${amtsbote.spool:${amtsbote.data}/spool}") Path spool) {
    return new IntakeGate(properties, store, clock, List.of(data, spool));
  }

  @Bean
  DoorKeeper intermediaryDoor(ObjectProvider<IntermediaryProperties> intermediary) {
    return intermediary.stream()
        .findFirst()
        .<DoorKeeper>map(IntermediaryDoor::new)
        .orElseGet(() -> DoorKeeper.nobody(Door.OSCI));
  }

  @Bean
  DoorKeepers doorKeepers(List<DoorKeeper> keepers) {
    return new DoorKeepers(keepers);
  }

  @Bean
  FilterRegistrationBean<IntakeFilter> intakeFilter(
      IntakeGate gate,
      Accounts accounts,
      DoorKeepers keepers,
      IntakeProperties properties,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      MeterRegistry meters,
      Clock clock) {
    var filter =
        new FilterRegistrationBean<>(
            new IntakeFilter(gate, accounts, keepers, properties, problems, meters, clock));
    filter.addUrlPatterns("/api/*", "/osci/*", "/osci", "/xta/*");
    filter.setOrder(0);
    return filter;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies() {
    return factory -> factory.addEngineValves(new UnreadBodyValve());
  }
}
