package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Slots;
import de.amtsbote.gateway.message.pickup.LastLook;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the configured deliveries available. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

  @Bean
  Deliveries deliveries(DeliveryProperties properties, List<DeliveryMaker> makers, Slots slots) {
    properties
        .deliveries()
        .forEach(
            (name, settings) -> {
              if (settings.concurrency() > 0) {
                slots.limit(Gate.delivery(name), settings.concurrency());
              }
            });
    return new Deliveries(properties.deliveries(), makers);
  }

  /** A reader who comes here has said so himself; a delivery that is gone may have been any. */
  @Bean
  LastLook deliveryLook(Deliveries deliveries) {
    return pickup ->
        pickup.kind() == TransmissionKind.DELIVERY
            && !(deliveries.names().contains(pickup.partner())
                && deliveries.get(pickup.partner()).waitsForReader());
  }
}
