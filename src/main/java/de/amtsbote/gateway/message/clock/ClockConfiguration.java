package de.amtsbote.gateway.message.clock;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the one clock of the gateway. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  private static final Duration EVERY = Duration.ofSeconds(10);

  @Bean
  DatabaseClock clock(SharedTimeStore database) {
    return new DatabaseClock(database, System::nanoTime);
  }

  @Bean
  ClockSetter clockSetter(DatabaseClock clock) {
    return new ClockSetter(clock, EVERY);
  }
}
