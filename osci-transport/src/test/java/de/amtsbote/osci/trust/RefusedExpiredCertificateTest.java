package de.amtsbote.osci.trust;

import static de.amtsbote.osci.trust.TrustFixture.CA;
import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class RefusedExpiredCertificateTest {

  @Test
  void expiredCertificate_isRefusedAsExpiredOnly() {
    var spec = CA.spec("Old").usage(KeyUsage.digitalSignature);
    var old = CA.identity(spec.valid("2020-01-01T00:00:00Z", "2026-11-22T23:59:59Z"));

    var report = TrustFixture.checkSigner(old.certificate());

    assertThat(report.findings()).containsExactly(Finding.EXPIRED);
    assertThat(report.trusted()).isFalse();
  }

  @Test
  void expiredIssuer_makesTheCertificateExpired() {
    var stale =
        TrustFixture.ROOT.identity(
            TrustFixture.ROOT
                .spec("Stale CA")
                .authority()
                .valid("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"));
    var leaf = TestLeaf.below(stale, "Leaf");
    var material = TestLeaf.materialWith(stale.certificate());
    var checker =
        new CertificateChecker(material, RevocationPolicy.unchecked(), TrustFixture.CLOCK);

    var report = checker.check(leaf, CertificateUse.SIGNATURE);

    assertThat(report.findings()).containsExactly(Finding.EXPIRED);
  }
}
