package de.amtsbote.gateway.delivery.jms;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliveryMaker;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.delivery.DeliveryTls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers deliveries to brokers. */
@Configuration(proxyBeanMethods = false)
class JmsConfiguration {

  @Bean
  DeliveryMaker jmsDeliveries(DeliveryTls tls) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.JMS;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        return new JmsSend(name, settings, new Brokers(settings, tls.of(name, settings)));
      }
    };
  }
}
