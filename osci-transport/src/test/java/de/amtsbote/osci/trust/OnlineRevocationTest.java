package de.amtsbote.osci.trust;

import static de.amtsbote.osci.testpki.TestPki.NOW;
import static de.amtsbote.osci.trust.TrustFixture.CA;
import static de.amtsbote.osci.trust.TrustFixture.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testpki.CertificateSpec;
import de.amtsbote.osci.testpki.TickingClock;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class OnlineRevocationTest {

  private final TickingClock clock = new TickingClock(NOW);
  private final RecordedResponses net = new RecordedResponses();
  private final CertificateChecker checker =
      new CertificateChecker(
          TrustFixture.material(ROOT.crl(NOW)),
          RevocationPolicy.refuseWhenUnknown(),
          Optional.of(net),
          clock);

  @Test
  void responderThatSaysGood_isTheEvidence() {
    var alice = issue(spec().ocspResponder("http://ocsp.test/"));
    net.answer("http://ocsp.test/", CA.ocsp(alice, NOW, false));

    var report = check(alice);

    assertThat(report.findings()).isEmpty();
    assertThat(report.evidence().orElseThrow().source()).isEqualTo(RevocationEvidence.Source.OCSP);
  }

  @Test
  void responderThatSaysRevoked_isBelieved() {
    var alice = issue(spec().ocspResponder("http://ocsp.test/"));
    net.answer("http://ocsp.test/", CA.ocsp(alice, NOW, true));

    assertThat(check(alice).findings()).containsExactly(Finding.REVOKED);
  }

  @Test
  void responseSignedByAForeignCa_isNotBelieved() {
    var alice = issue(spec().ocspResponder("http://ocsp.test/"));
    net.answer("http://ocsp.test/", ROOT.ocsp(alice, NOW, false));

    assertThat(check(alice).findings()).containsExactly(Finding.REVOCATION_UNKNOWN);
  }

  @Test
  void responseThatIsNoOcspResponse_isNotBelieved() {
    var alice = issue(spec().ocspResponder("http://ocsp.test/"));
    net.answer("http://ocsp.test/", "Bad Gateway".getBytes());

    assertThat(check(alice).findings()).containsExactly(Finding.REVOCATION_UNKNOWN);
  }

  @Test
  void crlFromTheDistributionPoint_isBelieved() throws Exception {
    var alice = issue(spec().crlAt("http://crl.test/ca.crl"));
    net.answer("http://crl.test/ca.crl", CA.crl(NOW, alice).getEncoded());

    assertThat(check(alice).findings()).containsExactly(Finding.REVOKED);
  }

  @Test
  void fetchedCrl_isAskedForOnceUntilItIsDue() throws Exception {
    var alice = issue(spec().crlAt("http://crl.test/ca.crl"));
    net.answer("http://crl.test/ca.crl", CA.crl(NOW).getEncoded());

    check(alice);
    check(alice);
    assertThat(net.requests()).isEqualTo(1);

    clock.advance(Duration.ofHours(2));
    check(alice);
    assertThat(net.requests()).isEqualTo(2);
  }

  @Test
  void deadResponder_isLeftAloneForAWhile() {
    var alice = issue(spec().ocspResponder("http://ocsp.test/"));

    check(alice);
    check(alice);
    assertThat(net.requests()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(2));
    check(alice);
    assertThat(net.requests()).isEqualTo(2);
  }

  private CertificateReport check(X509Certificate certificate) {
    return checker.check(certificate, CertificateUse.SIGNATURE);
  }

  private static CertificateSpec spec() {
    return CA.spec("Alice").usage(KeyUsage.digitalSignature);
  }

  private static X509Certificate issue(CertificateSpec spec) {
    return CA.identity(spec).certificate();
  }
}
