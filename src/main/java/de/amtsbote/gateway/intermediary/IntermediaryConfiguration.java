package de.amtsbote.gateway.intermediary;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.osci.OsciKeys;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryKeys;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.wire.ReadLimits;
import java.time.Clock;
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

  @Bean
  IntermediaryKeys intermediaryKeys(IntermediaryProperties properties, OsciKeys keys) {
    return IntermediaryKeys.of(
        key(keys, properties, properties.cipherAlias()),
        key(keys, properties, properties.signatureAlias()));
  }

  private static KeyOperations key(OsciKeys keys, IntermediaryProperties properties, String alias) {
    return keys.key(
        "amtsbote.intermediary", properties.keyStore(), properties.passwordFile(), alias);
  }

  @Bean
  Intermediary intermediary(
      IntermediaryKeys keys,
      IntermediaryProperties properties,
      MailboxStore store,
      CertificateChecker checker,
      Spool osciSpool,
      Clock clock) {
    var policy = IntermediaryPolicy.strict().dialogTimeout(properties.dialogTimeout());
    return new Intermediary(keys, policy, store, checker, osciSpool, clock);
  }

  @Bean
  ServletRegistrationBean<IntermediaryServlet> intermediaryServlet(
      Intermediary intermediary,
      IntermediaryKeys keys,
      IntermediaryProperties properties,
      Spool osciSpool) {
    var endpoint =
        Intermediary.endpoint(
            intermediary, keys, AlgorithmPolicy.standard(), limits(properties), osciSpool);
    return new ServletRegistrationBean<>(new IntermediaryServlet(endpoint), PATH);
  }

  private static ReadLimits limits(IntermediaryProperties properties) {
    var usual = ReadLimits.DEFAULT;
    var size = properties.maxMessageSize().toBytes();
    return new ReadLimits(
        size,
        size,
        usual.parts(),
        Math.min(size, usual.xmlSize()),
        usual.headerSize(),
        usual.depth(),
        usual.attributes(),
        usual.nesting());
  }

  @Bean
  RecurringTask<Void> intermediaryPurge(Intermediary intermediary) {
    return Tasks.recurring("osci-intermediary-purge", FixedDelay.ofHours(1))
        .execute((instance, context) -> intermediary.purge());
  }
}
