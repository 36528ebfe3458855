package de.amtsbote.osci.trust;

import static de.amtsbote.osci.trust.TrustFixture.CA;
import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class RefusedNotYetValidCertificateTest {

  @Test
  void certificateOfTheFuture_isRefused() {
    var spec = CA.spec("Early").usage(KeyUsage.digitalSignature);
    var early = CA.identity(spec.valid("2026-11-24T00:00:00Z", "2030-01-01T00:00:00Z"));

    var report = TrustFixture.checkSigner(early.certificate());

    assertThat(report.findings()).containsExactly(Finding.NOT_YET_VALID);
    assertThat(report.trusted()).isFalse();
  }
}
