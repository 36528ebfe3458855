package de.amtsbote.gateway.message.gate;

import de.amtsbote.gateway.message.NodeName;
import de.amtsbote.gateway.polling.Poller;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the gates together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateProperties.class)
class PostgresGateConfiguration {

  @Bean
  CircuitStore circuitStore(
      JdbcTemplate jdbc, GateProperties settings, NodeName node, Clock clock) {
    return new CircuitStore(jdbc, settings, node, clock, new SecureRandom());
  }

  @Bean
  PauseStore pauseStore(JdbcTemplate jdbc, Clock clock) {
    return new PauseStore(jdbc, clock);
  }

  @Bean
  Probes probes(CircuitStore circuits) {
    return new Probes(circuits);
  }

  @Bean
  Slots slots(JdbcTemplate jdbc, GateProperties settings, NodeName node, Clock clock) {
    return new Slots(new SlotStore(jdbc, settings, node, clock));
  }

  @Bean
  Poller probeRenewal(Probes probes, Slots slots, GateProperties settings) {
    return new Poller(
        "probes",
        settings.probeTimeout().dividedBy(3),
        () -> {
          probes.renew();
          slots.renew();
        });
  }

  @Bean
  Gates gates(CircuitStore circuits, Probes probes, Slots slots, PauseStore pauses, Clock clock) {
    return new Gates(circuits, probes, slots, pauses, clock);
  }
}
