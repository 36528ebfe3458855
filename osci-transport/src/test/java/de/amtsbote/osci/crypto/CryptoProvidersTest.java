package de.amtsbote.osci.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every heavy primitive comes from the provider that is named, and the property forces the JDK's.
 */
class CryptoProvidersTest {

  private static Stream<Provider> heavy() throws GeneralSecurityException {
    return Stream.of(
        CryptoProviders.cipher("AES/GCM/NoPadding").getProvider(),
        CryptoProviders.digest(DigestAlgorithm.SHA256).getProvider(),
        CryptoProviders.digest(DigestAlgorithm.SHA512).getProvider(),
        CryptoProviders.signature("SHA256withRSA").getProvider(),
        CryptoProviders.pss(DigestAlgorithm.SHA256).getProvider(),
        CryptoProviders.keyPairGenerator("RSA").getProvider());
  }

  @Test
  void forcedFallback_isOfTheJdkAlone() throws GeneralSecurityException {
    assumeTrue("jdk".equals(System.getProperty(CryptoProviders.PROPERTY)), "needs the property");

    assertThat(CryptoProviders.preferred()).isEqualTo("JDK");
    assertThat(heavy().map(Provider::getName)).containsOnly("SUN", "SunJCE", "SunRsaSign");
  }

  @Test
  void nativeProvider_givesAllThatIsHeavy() throws GeneralSecurityException {
    Optional<Provider> preferred = CryptoProviders.preferredProvider();
    assumeFalse(preferred.isEmpty(), "needs the native provider");

    assertThat(CryptoProviders.preferred()).isEqualTo(preferred.get().getName());
    assertThat(heavy().map(Provider::getName)).containsOnly(preferred.get().getName());
  }

  @Test
  void whatNeitherHas_isOfBouncyCastle() throws GeneralSecurityException {
    assertThat(CryptoProviders.anyCurve(DigestAlgorithm.SHA256).getProvider().getName())
        .isEqualTo("BC");
  }
}
