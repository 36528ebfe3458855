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
    return keyRing(properties, files, data, databaseUrl).wrapper(properties.storeKey());
  }

  private static KeyRingFile keyRing(
      KeyRingProperties properties, KeyFiles files, Path data, String databaseUrl) {
    if (properties.file() != null) {
      return new KeyRingFile(properties.file(), properties.passwordFile(), files);
    }
    if (!databaseUrl.isEmpty()) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.key-ring.file must be set, the same on every node of a shared database");
    }
    NewKeyRing.ensure(data, properties.storeKey());
    return KeyRingFile.in(data, files);
  }

  @Bean
  Accounts accounts(AccountProperties properties) {
    return new Accounts(properties);
  }
}
