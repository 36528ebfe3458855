package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.DirectorySource;
import de.amtsbote.gateway.directory.dvdv.http.DvdvAccess;
import de.amtsbote.gateway.directory.dvdv.http.DvdvHttp;
import de.amtsbote.gateway.directory.dvdv.http.DvdvHttpSettings;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Asks the DVDV where its servers are configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(DvdvOnlineConfiguration.ServersGiven.class)
class DvdvOnlineConfiguration {

  private static final int LARGEST_BATCH = 200;

  static final class ServersGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return Binder.get(context.getEnvironment())
          .bind("amtsbote.dvdv.servers", Bindable.listOf(String.class))
          .map(it -> !it.isEmpty())
          .orElse(false);
    }
  }

  @Bean
  DvdvHttp dvdvHttp(
      DvdvProperties properties,
      KeyFiles keys,
      Clock clock,
      @Value("${amtsbote.sample-certificates-allowed}") boolean samplesAllowed) {
    return http(properties, keys, samplesAllowed, clock);
  }

  /**
   * Reads all that the settings name; calls nobody.
   *
   * @throws GatewayException CONFIGURATION_INVALID, KEY_MISSING, KEY_RING_UNREADABLE or
   *     SAMPLE_KEY_REFUSED
   */
  static DvdvHttp http(
      DvdvProperties properties, KeyFiles keys, boolean samplesAllowed, Clock clock) {
    require(
        properties.batch() >= 1 && properties.batch() <= LARGEST_BATCH, "batch must be 1 to 200");
    require(
        (properties.access() == DvdvAccess.BUNDESMASTER) == (properties.tokenUrl() != null),
        "token-url belongs to access bundesmaster, and only there");
    var tls = new DvdvTls(properties, keys, samplesAllowed);
    return new DvdvHttp(
        settings(properties),
        tls.context(),
        tls.assertion(clock),
        clock,
        duration -> Thread.sleep(duration.toMillis()));
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new GatewayException(ErrorCode.CONFIGURATION_INVALID, "amtsbote.dvdv." + problem);
    }
  }

  private static DvdvHttpSettings settings(DvdvProperties it) {
    return new DvdvHttpSettings(
        it.servers(),
        it.access(),
        it.version(),
        it.tokenUrl(),
        it.deadline(),
        it.timeouts().connect(),
        it.timeouts().answer(),
        it.largestAnswer().toBytes(),
        it.batch(),
        it.renewTokenBefore(),
        it.circuit().failures(),
        it.circuit().firstPause(),
        it.circuit().longestPause(),
        it.circuit().betweenRounds());
  }

  @Bean
  Dvdv dvdvClient(DvdvHttp http, DvdvProperties properties, EntryBuilder entries, Clock clock) {
    return new Dvdv(http.api(), properties.cache(), entries::end, clock);
  }

  @Bean
  DirectorySource dvdvSource(Dvdv dvdv, ServiceNames names, EntryBuilder entries, Clock clock) {
    return new DvdvSource("dvdv", dvdv::service, dvdv::doubt, names, entries, clock);
  }

  @Bean
  HealthIndicator dvdv(DvdvHttp http, Dvdv dvdv, Clock clock) {
    return new DvdvHealth(http::states, dvdv, clock);
  }
}
