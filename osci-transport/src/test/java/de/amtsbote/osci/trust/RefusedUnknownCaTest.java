package de.amtsbote.osci.trust;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testpki.TestPki;
import org.junit.jupiter.api.Test;

class RefusedUnknownCaTest {

  @Test
  void certificateOfAForeignCa_isRefused() {
    var stranger = TestPki.root("Foreign CA").signer("Mallory").certificate();

    var report = TrustFixture.checkSigner(stranger);

    assertThat(report.findings()).containsExactly(Finding.UNKNOWN_CA);
    assertThat(report.trusted()).isFalse();
  }

  @Test
  void selfSignedCertificate_isRefused() {
    var selfMade = TestPki.root("Self made").certificate();

    var report = TrustFixture.withoutRevocation().check(selfMade, CertificateUse.SIGNATURE);

    assertThat(report.findings()).contains(Finding.UNKNOWN_CA);
  }

  @Test
  void caThatOnlyBearsTheNameOfATrustedOne_isRefused() {
    var impostor = TestPki.root("Root CA").signer("Mallory").certificate();

    assertThat(TrustFixture.checkSigner(impostor).findings()).containsExactly(Finding.UNKNOWN_CA);
  }
}
