package de.amtsbote.gateway.delivery.xta;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliveryMaker;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.answer.Answers;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.pickup.LastLook;
import de.amtsbote.gateway.security.ClientTls;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.TrustFolder;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers deliveries to the configured XTA servers, and says how they are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XtaServersProperties.class)
class XtaDeliveryConfiguration {

  @Bean
  XtaServers xtaServers(
      XtaServersProperties properties,
      KeyFiles keys,
      @Value("${amtsbote.sample-certificates-allowed}") boolean samplesAllowed) {
    return new XtaServers(
        properties.servers(),
        new ClientTls(keys),
        folder -> new TrustFolder("amtsbote.xta.servers.*.trust", folder, samplesAllowed));
  }

  @Bean
  XtaSelfTest xtaSelfTest(XtaServers servers) {
    return new XtaSelfTest(servers);
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> xtaSelfTestAtStart(XtaSelfTest test) {
    return event -> test.start();
  }

  /** Its bean name is how the health page calls it. */
  @Bean("xtaServersHealthIndicator")
  HealthIndicator xtaServersHealth(XtaSelfTest test, Clock clock) {
    return new XtaServersHealth(test, clock);
  }

  @Bean
  XtaSender xtaSender(
      XtaServers servers,
      XtaServersProperties properties,
      MessageStore messages,
      TransmissionStore transmissions,
      Answers answers,
      TransactionTemplate transaction,
      Gates gates,
      XtaAnswerStore answerIds,
      Clock clock) {
    var first = properties.reports().poll();
    var book =
        new SendingBook(messages, transmissions, answers, transaction, clock, first, answerIds);
    return new XtaSender(servers, transmissions, book, gates);
  }

  @Bean
  XtaReceipts xtaReceipts(
      XtaServers servers,
      XtaServersProperties properties,
      MessageStore messages,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      HandOvers handOvers,
      TransactionTemplate transaction,
      Clock clock) {
    var settings = properties.reports();
    var book =
        new ReportBook(
            messages, transmissions, receipts, handOvers, transaction, clock, settings.pace());
    return new XtaReceipts(servers, receipts, book, settings.batch(), clock);
  }

  @Bean
  RecurringTask<Void> xtaReportTask(XtaReceipts receipts, XtaServersProperties properties) {
    return Tasks.recurring("xta-reports", FixedDelay.of(properties.reports().poll()))
        .execute(
            (instance, context) -> {
              var node = context.getSchedulerState();
              receipts.poll(() -> node.isShuttingDown() || node.isPaused());
            });
  }

  @Bean
  LastLook xtaLook() {
    return pickup -> pickup.kind() == TransmissionKind.XTA;
  }

  @Bean
  DeliveryMaker xtaDeliveries(XtaServers servers) {
    return new DeliveryMaker() {

      @Override
      public DeliverySettings.Kind kind() {
        return DeliverySettings.Kind.XTA;
      }

      @Override
      public Delivery make(String name, DeliverySettings settings) {
        if (!servers.names().contains(name)) {
          throw new GatewayException(
              ErrorCode.CONFIGURATION_INVALID,
              "amtsbote.xta.servers.%s is missing; a delivery of kind xta needs it"
                  .formatted(name));
        }
        return new XtaDelivery(name, servers.settings(name), servers.remote(name));
      }
    };
  }
}
