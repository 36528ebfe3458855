package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.entry.xta.PostgresXtaMessages;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches from the mailboxes of the configured XTA servers. */
@Configuration(proxyBeanMethods = false)
@Import(FetchTasks.class)
class FetchConfiguration {

  @Bean
  FetchIntake xtaFetchIntake(
      MessageStore store,
      PostgresXtaMessages messages,
      CorrelationStore correlations,
      TransmissionStore transmissions,
      TransactionTemplate transaction) {
    return new FetchIntake(
        store, messages, correlations, new Answered(transmissions, store), transaction);
  }
}
