package de.amtsbote.osci.trust;

import static de.amtsbote.osci.testpki.TestPki.NOW;
import static de.amtsbote.osci.trust.TrustFixture.CA;
import static de.amtsbote.osci.trust.TrustFixture.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedRevokedCertificateTest {

  @Test
  void certificateOnTheCrl_isRefused() {
    var alice = CA.signer("Alice").certificate();
    var checker = TrustFixture.withCrls(CA.crl(NOW, alice), ROOT.crl(NOW));

    var report = checker.check(alice, CertificateUse.SIGNATURE);

    assertThat(report.findings()).containsExactly(Finding.REVOKED);
    assertThat(report.trusted()).isFalse();
  }

  @Test
  void certificateOfARevokedCa_isRefused() {
    var alice = CA.signer("Alice").certificate();
    var checker = TrustFixture.withCrls(CA.crl(NOW), ROOT.crl(NOW, CA.certificate()));

    var report = checker.check(alice, CertificateUse.SIGNATURE);

    assertThat(report.findings()).containsExactly(Finding.REVOKED);
  }
}
