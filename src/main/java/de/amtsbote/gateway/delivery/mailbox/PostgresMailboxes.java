package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliveryMaker;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.StateListener;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.message.event.EventRecorder;
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
  AcknowledgementStore acknowledgementStore(JdbcTemplate jdbc, Clock clock) {
    return new AcknowledgementStore(jdbc, clock);
  }

  @Bean
  Mailboxes mailboxes(
      MailboxStore entries,
      AcknowledgementStore acknowledgements,
      MessageStore messages,
      TransmissionStore transmissions,
      HandOvers handOvers,
      TransactionTemplate transaction) {
    return new Mailboxes(
        entries,
        new Outcome(acknowledgements, messages, transmissions, handOvers),
        messages,
        transaction);
  }

  @Bean
  Acknowledgements acknowledgements(
      AcknowledgementStore store,
      Mailboxes mailboxes,
      MessageStore messages,
      TransactionTemplate transaction) {
    return new Acknowledgements(store, mailboxes, messages, transaction);
  }

  @Bean
  ExpectedAnswers expectedAnswers(MailboxStore entries, Acknowledgements acknowledgements) {
    return new ExpectedAnswers(entries, acknowledgements);
  }

  @Bean
  StateListener withdrawnEntries(MailboxStore entries) {
    return new WithdrawnEntries(entries);
  }

  @Bean
  DeliveryMaker replyDeliveries(
      MailboxStore entries,
      MessageStore messages,
      CorrelationStore correlations,
      EventRecorder events) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.REPLIES;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        return new ReplyDelivery(entries, messages, correlations, events);
      }
    };
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
        return new MailboxDelivery(message -> name, entries, messages);
      }
    };
  }
}
