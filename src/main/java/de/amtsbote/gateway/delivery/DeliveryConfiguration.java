package de.amtsbote.gateway.delivery;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the configured deliveries available. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

  @Bean
  Deliveries deliveries(DeliveryProperties properties, List<DeliveryMaker> makers) {
    return new Deliveries(properties.deliveries(), makers);
  }
}
