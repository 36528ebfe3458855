package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.gateway.osci.ReplyIntake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches from the configured mailboxes. */
@Configuration(proxyBeanMethods = false)
@Import(MailboxTasks.class)
class MailboxConfiguration {

  @Bean
  MailboxIntake mailboxIntake(
      MessageStore store,
      TransactionTemplate transaction,
      LiveDirectory directory,
      OsciTrust trust,
      SenderCategories categories) {
    return new MailboxIntake(store, transaction, new DeliveryOpener(directory, trust), categories);
  }

  @Bean
  ReplyIntake replyIntake(MailboxIntake intake, MessageStore store, CorrelationStore correlations) {
    return new MediatedIntake(intake, store, correlations);
  }
}
