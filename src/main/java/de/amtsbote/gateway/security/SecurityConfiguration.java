package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.KeyWrapper;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts key ring and accounts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeyRingProperties.class, AccountProperties.class})
class SecurityConfiguration {

  @Bean
  KeyFiles keyFiles(@Value("${amtsbote.sample-certificates-allowed}") boolean samplesAllowed) {
    return new KeyFiles(samplesAllowed);
  }

  @Bean
  KeyWrapper keyWrapper(
      KeyRingProperties properties,
      KeyFiles files,
      @Value("${amtsbote.data}") Path data,
      @Value("${spring.datasource.url:}") String databaseUrl) {
    var ring = properties;
    if (ring.file() == null) {
      if (!databaseUrl.isEmpty()) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            "amtsbote.key-ring.file must be set, the same on every node of a shared database");
      }
      ring = NewKeyRing.in(data, ring.storeKey());
    }
    return new KeyRing(
        files.open(ring.file(), ring.passwordFile()),
        files.password(ring.passwordFile()),
        ring.storeKey());
  }

  @Bean
  Accounts accounts(AccountProperties properties) {
    return new Accounts(properties);
  }
}
