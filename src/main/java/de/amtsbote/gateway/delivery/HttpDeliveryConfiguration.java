package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.security.ClientTls;
import de.amtsbote.gateway.security.KeyFiles;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers deliveries by HTTP POST. */
@Configuration(proxyBeanMethods = false)
class HttpDeliveryConfiguration {

  @Bean
  DeliveryTls deliveryTls(
      KeyFiles keys, @Value("${amtsbote.sample-certificates-allowed}") boolean samplesAllowed) {
    return new DeliveryTls(new ClientTls(keys), samplesAllowed);
  }

  @Bean
  DeliveryMaker httpDeliveries(DeliveryTls tls, Clock clock) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.HTTP;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        var signer =
            settings.secret() == null ? null : RequestSigner.of(name, settings.secret(), clock);
        return new HttpPost(name, settings, tls.of(name, settings), signer);
      }
    };
  }
}
