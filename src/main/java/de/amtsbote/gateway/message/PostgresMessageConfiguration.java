package de.amtsbote.gateway.message;

import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Puts the store together. */
@Configuration(proxyBeanMethods = false)
class PostgresMessageConfiguration {

  @Bean
  NoArgGenerator messageIds(Clock clock) {
    return new TimeBasedEpochGenerator(new SecureRandom(), new ClockTime(clock));
  }

  @Bean
  MessageStore messageStore(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      KeyWrapper keys,
      WorkQueue work,
      Clock clock,
      NoArgGenerator messageIds,
      ObjectProvider<StateListener> listeners,
      ObjectProvider<IdentityReader> identities,
      ObjectProvider<VirusScanner> scanner,
      @Value("${amtsbote.spool:${amtsbote.data}/spool}") Path spool) {
    // listeners may use the store themselves, so they are looked for when they are needed first
    var all = SingletonSupplier.of(() -> listeners.orderedStream().toList());
    var readers = SingletonSupplier.of(() -> identities.orderedStream().toList());
    return new MessageStore(
        new PostgresTables(jdbc),
        transaction,
        keys,
        work,
        clock,
        messageIds,
        all::obtain,
        readers::obtain,
        spool,
        scanner.getIfAvailable(() -> VirusScanner.NONE));
  }

  @Bean
  TransmissionStore transmissionStore(JdbcTemplate jdbc, NodeName node, Clock clock) {
    return new TransmissionStore(jdbc, node, clock);
  }

  @Bean
  ReceiptStore receiptStore(JdbcTemplate jdbc, Clock clock) {
    return new ReceiptStore(jdbc, clock);
  }

  @Bean
  AttemptStore attemptStore(JdbcTemplate jdbc, NodeName node, Clock clock) {
    return new AttemptStore(jdbc, node, clock);
  }

  @Bean
  HandOvers handOvers(
      MessageStore messages,
      TransmissionStore transmissions,
      JdbcTemplate jdbc,
      TransactionTemplate transaction) {
    return new HandOvers(messages, transmissions, new PostgresTables(jdbc), transaction);
  }

  @Bean
  RedirectStore redirectStore(JdbcTemplate jdbc, Clock clock) {
    return new RedirectStore(jdbc, clock);
  }

  @Bean
  OperatorMoves operatorMoves(
      MessageStore messages,
      TransmissionStore transmissions,
      RedirectStore redirects,
      TransactionTemplate transaction) {
    return new OperatorMoves(messages, transmissions, redirects, transaction);
  }

  /**
   * Tells apart two nodes on one machine, and a node from the one before it, which in a container
   * had the same host name and process number.
   */
  @Bean
  NodeName nodeName() {
    var random = HexFormat.of().toHexDigits((short) new SecureRandom().nextInt());
    return new NodeName(
        new SchedulerName.Hostname().getName()
            + "-"
            + ProcessHandle.current().pid()
            + "-"
            + random);
  }
}
