package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliveryMaker;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TransmissionStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Offers deliveries into folders. */
@Configuration(proxyBeanMethods = false)
@Import(AnswerTasks.class)
class DropConfiguration {

  @Bean
  Drops drops(
      ExpectedAnswers answers,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      Clock clock) {
    return new Drops(answers, transmissions, receipts, clock);
  }

  @Bean
  DeliveryMaker fileDeliveries(Drops drops) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.FILE;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        var place = new LocalPlace(settings.folder());
        return drops.make(name, () -> place, settings.twoStep());
      }
    };
  }

  @Bean
  DeliveryMaker sftpDeliveries(Drops drops) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.SFTP;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        return drops.make(name, new SftpPlaces(settings), settings.twoStep());
      }
    };
  }
}
