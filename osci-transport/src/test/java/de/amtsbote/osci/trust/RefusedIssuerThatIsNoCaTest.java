package de.amtsbote.osci.trust;

import static de.amtsbote.osci.trust.TrustFixture.CA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusedIssuerThatIsNoCaTest {

  @Test
  void certificateSignedByAnEndCertificate_isRefused() {
    var alice = CA.signer("Alice");
    var leaf = TestLeaf.below(alice, "Below Alice");
    var material =
        new TrustMaterial(
            Set.of(TrustFixture.ROOT.certificate()),
            List.of(CA.certificate(), alice.certificate()),
            List.of());
    var checker =
        new CertificateChecker(material, RevocationPolicy.unchecked(), TrustFixture.CLOCK);

    var report = checker.check(leaf, CertificateUse.SIGNATURE);

    assertThat(report.findings()).containsExactly(Finding.PATH_INVALID);
    assertThat(report.trusted()).isFalse();
  }
}
