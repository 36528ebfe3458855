package de.amtsbote.gateway.simulator.town;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * What the simulator adds to its own gateway, as a further source of beans ({@code
 * spring.main.sources}): the gateway itself has no switch for faults, and never scans this.
 */
public final class FaultBeans {

  @Bean
  static TownFaults townFaults() {
    return new TownFaults();
  }

  @Bean
  static DeliveryWatch deliveryWatch() {
    return new DeliveryWatch();
  }

  @Bean
  FilterRegistrationBean<FaultFilter> faultFilter(TownFaults faults, DeliveryWatch watch) {
    var filter = new FilterRegistrationBean<>(new FaultFilter(faults, watch));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
