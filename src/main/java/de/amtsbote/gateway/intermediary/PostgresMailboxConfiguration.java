package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.mailbox.MailboxStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the intermediary its mailboxes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("amtsbote.intermediary.enabled")
class PostgresMailboxConfiguration {

  @Bean
  MailboxStore mailboxStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    return new PostgresMailboxStore(jdbc, transaction);
  }

  @Bean
  ChunkStore chunkStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    return new PostgresChunkStore(jdbc, transaction);
  }
}
