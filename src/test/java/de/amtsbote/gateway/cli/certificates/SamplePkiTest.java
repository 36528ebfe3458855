package de.amtsbote.gateway.cli.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.security.SampleCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePkiTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir static Path pki;

  @BeforeAll
  static void create() {
    new SamplePki(Clock.fixed(NOW, ZoneOffset.UTC)).create(pki);
  }

  @ParameterizedTest
  @MethodSource("endEntities")
  void everyCertificate_isSignedByTheAuthority(String name) throws Exception {
    X509Certificate certificate = certificate(name);

    assertThatCode(() -> certificate.verify(certificate("ca").getPublicKey()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("endEntities")
  void everyCertificate_bearsTheSampleMark(String name) throws Exception {
    assertThat(SampleCertificates.isSample(certificate(name))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("endEntities")
  void everyKey_hasRsa3072(String name) throws Exception {
    RSAPublicKey key = (RSAPublicKey) certificate(name).getPublicKey();

    assertThat(key.getModulus().bitLength()).isEqualTo(3072);
  }

  @ParameterizedTest
  @MethodSource("endEntities")
  void everyCertificate_isValidByTheClock(String name) throws Exception {
    X509Certificate certificate = certificate(name);

    assertThatCode(() -> certificate.checkValidity(Date.from(NOW))).doesNotThrowAnyException();
  }

  @Test
  void certificate_expiresAfterTwoYears() throws Exception {
    X509Certificate certificate = certificate("portal-signature");

    assertThat(certificate.getNotAfter().toInstant())
        .isBefore(NOW.plus(Duration.ofDays(731)))
        .isAfter(NOW.plus(Duration.ofDays(729)));
  }

  @Test
  void keyStore_opensWithThePasswordAndHoldsBothKeys() throws Exception {
    KeyStore store = keyStore("meldebehoerde");

    assertThat(List.of(store.isKeyEntry("signature"), store.isKeyEntry("cipher")))
        .containsExactly(true, true);
  }

  @Test
  void keyRing_holdsThePayloadKey() throws Exception {
    assertThat(keyStore("keyring").getKey("payload-1", password()).getAlgorithm()).isEqualTo("AES");
  }

  @Test
  void secrets_areReadableByTheirOwnerOnly() throws Exception {
    try (Stream<Path> files = Files.list(pki)) {
      assertThat(files.filter(file -> file.toString().matches(".*(\\.p12|password)")))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void readme_namesEveryKeyStore() throws Exception {
    String readme = Files.readString(pki.resolve("README.md"));

    assertThat(SamplePki.parties())
        .isNotEmpty()
        .allSatisfy(party -> assertThat(readme).contains(party + ".p12"));
  }

  @Test
  void folderThatHoldsSomething_isRefused() {
    SamplePki second = new SamplePki(Clock.fixed(NOW, ZoneOffset.UTC));

    assertThatThrownBy(() -> second.create(pki))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("not empty");
  }

  static Stream<String> endEntities() {
    return SamplePki.parties().flatMap(party -> Stream.of(party + "-signature", party + "-cipher"));
  }

  private static X509Certificate certificate(String name)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pki.resolve(name + ".cer"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static KeyStore keyStore(String name) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(pki.resolve(name + ".p12").toFile(), password());
  }

  private static char[] password() throws IOException {
    return Files.readString(pki.resolve("password")).toCharArray();
  }
}
