package de.amtsbote.gateway.osci;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.pickup.LastLook;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpRevocationFetcher;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationFetcher;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustDirectory;
import de.amtsbote.osci.trust.TrustMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the OSCI side of the gateway together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OsciProperties.class)
class OsciConfiguration {

  private static final Duration LOOK_FOR_CERTIFICATES = Duration.ofSeconds(10);

  @Bean
  Spool osciSpool(@Value("${amtsbote.spool:${amtsbote.data}/spool}") Path folder)
      throws IOException {
    return Spool.in(Files.createDirectories(folder));
  }

  @Bean
  CertificateChecker certificateChecker(OsciProperties properties, Clock clock) throws IOException {
    return new CertificateChecker(
        trust(properties, clock), revocation(properties), fetcher(properties.online()), clock);
  }

  private static Supplier<TrustMaterial> trust(OsciProperties properties, Clock clock)
      throws IOException {
    if (properties.trust() == null) {
      if (!properties.identities().isEmpty()) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            "amtsbote.osci.trust is missing; name a folder with the trusted CA certificates in"
                + " anchors/");
      }
      return TrustMaterial.of(Set.of());
    }
    return new TrustDirectory(properties.trust(), LOOK_FOR_CERTIFICATES, clock);
  }

  private static RevocationPolicy revocation(OsciProperties properties) {
    var rule =
        switch (properties.revocation()) {
          case REFUSE -> RevocationPolicy.refuseWhenUnknown();
          case WARN -> RevocationPolicy.warnWhenUnknown();
          case OFF -> RevocationPolicy.unchecked();
        };
    return new RevocationPolicy(
        rule.check(), rule.whenUnknown(), properties.online().keep(), properties.online().retry());
  }

  private static Optional<RevocationFetcher> fetcher(OsciProperties.Online online) {
    return online.enabled()
        ? Optional.of(new HttpRevocationFetcher(online.timeout()))
        : Optional.empty();
  }

  @Bean
  OsciTrust osciTrust(CertificateChecker checker) {
    return new OsciTrust(checker);
  }

  @Bean
  OsciKeys osciKeys(KeyFiles files) {
    return new OsciKeys(files);
  }

  @Bean
  OsciIdentities osciIdentities(OsciProperties properties, OsciKeys keys) {
    return new OsciIdentities(properties, keys);
  }

  @Bean
  OsciClients osciClients(
      OsciIdentities identities, OsciTrust trust, Spool osciSpool, OsciProperties properties) {
    var transport =
        new HttpOsciTransport(
            new HttpTimeouts(
                properties.timeouts().connect(),
                properties.timeouts().answer(),
                properties.timeouts().whole()));
    return new OsciClients(identities, trust, transport, osciSpool, properties.chunks());
  }

  @Bean
  OsciSender osciSender(
      OsciClients clients,
      OsciIdentities identities,
      OsciTrust trust,
      MessageStore messages,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      KnownIntermediaryStore known,
      TransactionTemplate transaction,
      Clock clock,
      OsciProperties properties,
      Gates gates) {
    var firstCheck = properties.receipts().poll();
    return new OsciSender(
        clients,
        identities,
        trust,
        transmissions,
        new Whereabouts(known),
        new SendBook(messages, transmissions, receipts, known, transaction, clock, firstCheck),
        gates);
  }

  @Bean
  OsciMediator osciMediator(
      OsciSender sender,
      OsciIdentities identities,
      TransmissionStore transmissions,
      CorrelationStore correlations,
      ReplyIntake replies) {
    return new OsciMediator(sender, identities, transmissions, correlations, replies);
  }

  @Bean
  OsciReplies osciReplies(MessageStore messages) {
    return new OsciReplies(messages);
  }

  @Bean
  OsciAnswers osciAnswers(
      AwaitedAnswerStore awaited,
      CorrelationStore correlations,
      MessageStore messages,
      TransmissionStore transmissions,
      TransactionTemplate transaction) {
    return new OsciAnswers(awaited, correlations, messages, transmissions, transaction);
  }

  @Bean
  OsciReceipts osciReceipts(
      TransmissionStore transmissions,
      ReceiptStore receipts,
      KnownIntermediaryStore known,
      Partners partners,
      OsciClients clients,
      OsciProperties properties,
      MessageStore messages,
      HandOvers handOvers,
      TransactionTemplate transaction,
      Clock clock) {
    var settings = properties.receipts();
    return new OsciReceipts(
        receipts,
        partners,
        new Whereabouts(known),
        clients,
        settings,
        new ReceiptBook(
            messages, transmissions, receipts, handOvers, transaction, clock, settings.pace()),
        clock);
  }

  @Bean
  LastLook osciLook() {
    return pickup -> pickup.kind() == TransmissionKind.OSCI;
  }

  @Bean
  RecurringTask<Void> receiptTask(OsciReceipts receipts, OsciProperties properties) {
    return Tasks.recurring("osci-receipts", FixedDelay.of(properties.receipts().poll()))
        .execute(
            (instance, context) -> {
              var node = context.getSchedulerState();
              receipts.poll(() -> node.isShuttingDown() || node.isPaused());
            });
  }
}
