package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliveryMaker;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.fitconnect.FitConnectClients;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.fitconnect.KeyTrust;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers deliveries to destinations of FIT-Connect. */
@Configuration(proxyBeanMethods = false)
@Import(ReceiverTasks.class)
class PostgresFitConnectDeliveryConfiguration {

  @Bean
  FitConnectSendingStore fitConnectSendingStore(JdbcTemplate jdbc, Clock clock) {
    return new FitConnectSendingStore(jdbc, clock);
  }

  @Bean
  DeliveryMaker fitConnectDeliveries(
      FitConnectProperties properties,
      FitConnectClients clients,
      KeyTrust trust,
      FitConnectSendingStore sendings,
      TransmissionStore transmissions,
      MessageStore messages,
      TransactionTemplate transaction,
      ExpectedAnswers answers,
      Clock clock) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.FIT_CONNECT;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        var receiver = properties.receivers().get(name);
        var api = clients.receiver(name, receiver);
        var log = trust.log(name, receiver, api, clock);
        var targets = new Targets(name, receiver, api, trust);
        var book =
            new SubmissionBook(
                name, sendings, transmissions, messages, transaction, receiver.poll());
        var transfer = new Transfer(name, receiver, api, log, targets, book);
        return new FitConnectDelivery(name, receiver.limits(), targets, transfer, answers);
      }
    };
  }
}
