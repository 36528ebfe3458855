package de.amtsbote.gateway.intermediary;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.osci.OsciKeys;
import de.amtsbote.gateway.osci.OsciServlet;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.intermediary.ChunkedTransfers;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryKeys;
import de.amtsbote.osci.intermediary.IntermediaryServices;
import de.amtsbote.osci.intermediary.RecipientCaller;
import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.trust.CertificateChecker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mounts the intermediary when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("amtsbote.intermediary.enabled")
@EnableConfigurationProperties(IntermediaryProperties.class)
class IntermediaryConfiguration {

  private static final String PATH = "/osci/intermediary";
  private static final int PUSHES = 50;
  private static final int ROUNDS = 20;

  @Bean
  IntermediaryRules intermediaryRules(IntermediaryProperties properties) {
    return new IntermediaryRules(properties);
  }

  @Bean
  IntermediaryKeys intermediaryKeys(IntermediaryProperties properties, OsciKeys keys) {
    var ciphers = new ArrayList<KeyOperations>();
    ciphers.add(key(keys, properties, properties.cipherAlias()));
    properties.olderCipherAliases().forEach(it -> ciphers.add(key(keys, properties, it)));
    return new IntermediaryKeys(ciphers, key(keys, properties, properties.signatureAlias()));
  }

  private static KeyOperations key(OsciKeys keys, IntermediaryProperties properties, String alias) {
    return keys.key(
        "amtsbote.intermediary", properties.keyStore(), properties.passwordFile(), alias);
  }

  @Bean
  IntermediaryServices intermediaryServices(
      IntermediaryKeys keys,
      IntermediaryProperties properties,
      IntermediaryRules rules,
      ChunkStore chunks,
      Spool osciSpool) {
    var algorithms = AlgorithmPolicy.standard();
    var limits = rules.limits();
    var services =
        IntermediaryServices.NONE
            .with(OwnerFiles.read(properties.owners()))
            .with(ChunkedTransfers.of(chunks, rules.chunks(), keys, algorithms, limits, osciSpool));
    return properties.push().recipients().isEmpty()
        ? services
        : services.with(
            new RecipientCaller(
                keys,
                new HttpOsciTransport(HttpTimeouts.standard()),
                rules.push(),
                algorithms,
                limits,
                osciSpool));
  }

  @Bean
  Intermediary intermediary(
      IntermediaryKeys keys,
      IntermediaryRules rules,
      IntermediaryServices services,
      MailboxStore store,
      CertificateChecker checker,
      Spool osciSpool,
      Clock clock) {
    return new Intermediary(keys, rules.policy(), store, checker, osciSpool, clock, services);
  }

  @Bean
  ServletRegistrationBean<OsciServlet> intermediaryServlet(
      Intermediary intermediary,
      IntermediaryKeys keys,
      IntermediaryProperties properties,
      IntermediaryRules rules,
      Spool osciSpool) {
    var endpoint =
        Intermediary.endpoint(
            intermediary, keys, AlgorithmPolicy.standard(), rules.limits(), osciSpool);
    var mount = Optional.of(new OsciServlet.Mount(endpoint, properties.maxTime()));
    var servlet = new ServletRegistrationBean<>(new OsciServlet(path -> mount), PATH);
    servlet.setName("osciIntermediary");
    return servlet;
  }

  @Bean
  RecurringTask<Void> intermediaryPurge(Intermediary intermediary) {
    return Tasks.recurring("osci-intermediary-purge", FixedDelay.ofHours(1))
        .execute((instance, context) -> intermediary.purge());
  }

  /** Pushes that are due; on one node at a time, and each of them is claimed besides. */
  @Bean
  RecurringTask<Void> intermediaryPush(
      Intermediary intermediary, IntermediaryProperties properties) {
    return Tasks.recurring("osci-intermediary-push", FixedDelay.of(properties.push().poll()))
        .execute(
            (instance, context) -> {
              for (var round = 0; round < ROUNDS; round++) {
                if (intermediary.retryPushes(PUSHES) < PUSHES) {
                  return;
                }
              }
            });
  }
}
