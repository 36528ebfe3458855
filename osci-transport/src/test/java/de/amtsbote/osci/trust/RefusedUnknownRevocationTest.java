package de.amtsbote.osci.trust;

import static de.amtsbote.osci.testpki.TestPki.NOW;
import static de.amtsbote.osci.trust.TrustFixture.CA;
import static de.amtsbote.osci.trust.TrustFixture.CLOCK;
import static de.amtsbote.osci.trust.TrustFixture.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testpki.TestPki;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusedUnknownRevocationTest {

  private final X509Certificate alice = CA.signer("Alice").certificate();

  @Test
  void withoutAnyCrl_theStrictRuleRefuses() {
    var report = TrustFixture.withCrls().check(alice, CertificateUse.SIGNATURE);

    assertThat(report.findings()).containsExactly(Finding.REVOCATION_UNKNOWN);
    assertThat(report.trusted()).isFalse();
  }

  @Test
  void withoutAnyCrl_theLenientRuleWarns() {
    var checker =
        new CertificateChecker(TrustFixture.material(), RevocationPolicy.warnWhenUnknown(), CLOCK);

    var report = checker.check(alice, CertificateUse.SIGNATURE);

    assertThat(report.findings()).containsExactly(Finding.REVOCATION_UNKNOWN);
    assertThat(report.trusted()).isTrue();
  }

  @Test
  void outdatedCrl_provesNothing() {
    var outdated = CA.crl(NOW.minus(Duration.ofDays(2)));
    var checker = TrustFixture.withCrls(outdated, ROOT.crl(NOW));

    assertThat(checker.check(alice, CertificateUse.SIGNATURE).findings())
        .containsExactly(Finding.REVOCATION_UNKNOWN);
  }

  @Test
  void crlSignedByAnotherKey_provesNothing() {
    var forged = TestPki.root("Issuing CA").crl(NOW);
    var checker = TrustFixture.withCrls(forged, ROOT.crl(NOW));

    assertThat(checker.check(alice, CertificateUse.SIGNATURE).findings())
        .containsExactly(Finding.REVOCATION_UNKNOWN);
  }
}
