package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliveryMaker;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the mailboxes together. */
@Configuration(proxyBeanMethods = false)
class PostgresMailboxes {

  @Bean
  MailboxStore mailboxEntries(JdbcTemplate jdbc, Clock clock) {
    return new MailboxStore(jdbc, clock);
  }

  @Bean
  Mailboxes mailboxes(
      MailboxStore entries,
      MessageStore messages,
      TransmissionStore transmissions,
      HandOvers handOvers,
      TransactionTemplate transaction) {
    return new Mailboxes(entries, messages, transmissions, handOvers, transaction);
  }

  @Bean
  DeliveryMaker mailboxDeliveries(
      Mailboxes mailboxes, MailboxStore entries, MessageStore messages) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.MAILBOX;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        if (settings.parties().isEmpty()) {
          throw new GatewayException(
              ErrorCode.CONFIGURATION_INVALID,
              "amtsbote.deliveries.%s.parties is missing; name whose mailbox it is"
                  .formatted(name));
        }
        mailboxes.add(name, settings.parties());
        return new MailboxDelivery(name, entries, messages);
      }
    };
  }
}
