package de.amtsbote.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.cli.certificates.SamplePki;
import de.amtsbote.gateway.message.ErrorCode;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of the sample PKI are public: no gateway may work with them. */
class SampleKeysTest {

  @TempDir static Path directory;

  @BeforeAll
  static void makeSamples() throws Exception {
    new SamplePki(Clock.systemUTC()).create(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keyring.p12", "portal.p12", "intermediary.p12"})
  void sampleFile_isRefused(String file) {
    assertThatThrownBy(() -> new KeyFiles(false).open(path(file), path("password")))
        .hasMessageContaining(file)
        .extracting("code")
        .isEqualTo(ErrorCode.SAMPLE_KEY_REFUSED);
  }

  @Test
  void sampleFile_isOpenedWhereItIsAllowed() throws Exception {
    assertThat(new KeyFiles(true).open(path("keyring.p12"), path("password")).size()).isPositive();
  }

  @Test
  void wrongPassword_isRefused() {
    assertThatThrownBy(() -> new KeyFiles(true).open(path("keyring.p12"), path("ca.cer")))
        .extracting("code")
        .isEqualTo(ErrorCode.KEY_RING_UNREADABLE);
  }

  @Test
  void missingFile_isRefused() {
    assertThatThrownBy(() -> new KeyFiles(true).open(path("absent.p12"), path("password")))
        .extracting("code")
        .isEqualTo(ErrorCode.KEY_RING_UNREADABLE);
  }

  private static Path path(String name) {
    return directory.resolve(name);
  }
}
