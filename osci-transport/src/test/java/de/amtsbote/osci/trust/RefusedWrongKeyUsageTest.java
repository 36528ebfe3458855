package de.amtsbote.osci.trust;

import static de.amtsbote.osci.trust.TrustFixture.CA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedWrongKeyUsageTest {

  @Test
  void cipherCertificate_isRefusedForSignatures() {
    var report = TrustFixture.checkSigner(CA.reader("Bob").certificate());

    assertThat(report.findings()).containsExactly(Finding.WRONG_KEY_USAGE);
    assertThat(report.trusted()).isFalse();
  }

  @Test
  void signatureCertificate_isRefusedForEncryption() {
    var alice = CA.signer("Alice").certificate();

    var report = TrustFixture.withoutRevocation().check(alice, CertificateUse.CIPHER);

    assertThat(report.findings()).containsExactly(Finding.WRONG_KEY_USAGE);
  }

  @Test
  void certificateWithoutKeyUsage_isGoodForBoth() {
    var plain = CA.identity(CA.spec("Plain")).certificate();

    assertThat(TrustFixture.checkSigner(plain).trusted()).isTrue();
    assertThat(TrustFixture.withoutRevocation().check(plain, CertificateUse.CIPHER).trusted())
        .isTrue();
  }
}
