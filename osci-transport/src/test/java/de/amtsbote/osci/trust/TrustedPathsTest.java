package de.amtsbote.osci.trust;

import static de.amtsbote.osci.testpki.TestPki.NOW;
import static de.amtsbote.osci.trust.TrustFixture.CA;
import static de.amtsbote.osci.trust.TrustFixture.CLOCK;
import static de.amtsbote.osci.trust.TrustFixture.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** A path that held once is not trusted for longer than it holds. */
class TrustedPathsTest {

  @Test
  void certificateOfACaThatIsTrustedNoMore_isRefused() {
    var alice = CA.signer("Alice").certificate();
    var material = new AtomicReference<>(TrustFixture.material());
    var checker = new CertificateChecker(material::get, RevocationPolicy.unchecked(), CLOCK);
    assertThat(checker.check(alice, CertificateUse.SIGNATURE).trusted()).isTrue();

    material.set(new TrustMaterial(Set.of(), List.of(CA.certificate()), List.of()));

    assertThat(checker.check(alice, CertificateUse.SIGNATURE).findings())
        .containsExactly(Finding.UNKNOWN_CA);
  }

  @Test
  void certificateThatExpiresMeanwhile_isRefused() {
    var spec = CA.spec("Short").usage(KeyUsage.digitalSignature);
    var shortLived =
        CA.identity(spec.valid("2020-01-01T00:00:00Z", NOW.plusSeconds(60).toString()))
            .certificate();
    var checker = TrustFixture.withoutRevocation();
    assertThat(checker.check(shortLived, CertificateUse.SIGNATURE, NOW).trusted()).isTrue();

    var later = NOW.plus(Duration.ofMinutes(2));

    assertThat(checker.check(shortLived, CertificateUse.SIGNATURE, later).findings())
        .containsExactly(Finding.EXPIRED);
  }

  @Test
  void certificateThatIsRevokedMeanwhile_isRefused() {
    var alice = CA.signer("Alice").certificate();
    var intermediates = List.of(CA.certificate());
    var anchors = Set.of(ROOT.certificate());
    var clean = new TrustMaterial(anchors, intermediates, List.of(CA.crl(NOW), ROOT.crl(NOW)));
    var revoking =
        new TrustMaterial(anchors, intermediates, List.of(CA.crl(NOW, alice), ROOT.crl(NOW)));
    var material = new AtomicReference<>(clean);
    var checker =
        new CertificateChecker(material::get, RevocationPolicy.refuseWhenUnknown(), CLOCK);
    assertThat(checker.check(alice, CertificateUse.SIGNATURE).trusted()).isTrue();

    material.set(revoking);

    assertThat(checker.check(alice, CertificateUse.SIGNATURE).findings())
        .containsExactly(Finding.REVOKED);
  }

  @Test
  void certificateForAnotherUse_isRefusedAlthoughItsPathIsKnown() {
    var alice = CA.signer("Alice").certificate();
    var checker = TrustFixture.withoutRevocation();
    assertThat(checker.check(alice, CertificateUse.SIGNATURE).trusted()).isTrue();

    assertThat(checker.check(alice, CertificateUse.CIPHER).findings())
        .containsExactly(Finding.WRONG_KEY_USAGE);
  }
}
