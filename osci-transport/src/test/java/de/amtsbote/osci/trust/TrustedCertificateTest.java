package de.amtsbote.osci.trust;

import static de.amtsbote.osci.testpki.TestPki.NOW;
import static de.amtsbote.osci.trust.TrustFixture.CA;
import static de.amtsbote.osci.trust.TrustFixture.CLOCK;
import static de.amtsbote.osci.trust.TrustFixture.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustedCertificateTest {

  @Test
  void certificateBelowAnIntermediate_isTrusted() {
    var report = TrustFixture.checkSigner(CA.signer("Alice").certificate());

    assertThat(report.findings()).isEmpty();
    assertThat(report.trusted()).isTrue();
  }

  @Test
  void certificateThatIsAnAnchorItself_isTrusted() {
    var pinned = CA.signer("Pinned").certificate();
    var checker =
        new CertificateChecker(
            TrustMaterial.of(Set.of(pinned)), RevocationPolicy.unchecked(), CLOCK);

    assertThat(checker.check(pinned, CertificateUse.SIGNATURE).trusted()).isTrue();
  }

  @Test
  void certificateThatNoCrlNames_isTrustedWithTheCrlAsEvidence() {
    var alice = CA.signer("Alice").certificate();
    var checker = TrustFixture.withCrls(CA.crl(NOW), ROOT.crl(NOW));

    var report = checker.check(alice, CertificateUse.SIGNATURE);

    assertThat(report.findings()).isEmpty();
    assertThat(report.evidence().orElseThrow().source()).isEqualTo(RevocationEvidence.Source.CRL);
  }
}
