package de.amtsbote.osci.trust;

import static de.amtsbote.osci.trust.TrustFixture.CA;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testpki.TestPki;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class RefusedForgedCaSignatureTest {

  @Test
  void certificateSignedByAnotherKeyInTheNameOfTheCa_isRefused() {
    var mallory = TestPki.root("Mallory CA");
    var forged =
        CA.spec("Forged")
            .usage(KeyUsage.digitalSignature)
            .signedBy(mallory.key(), CA.certificate().getPublicKey());

    var report = TrustFixture.checkSigner(forged);

    assertThat(report.findings()).containsExactly(Finding.CA_SIGNATURE_INVALID);
    assertThat(report.trusted()).isFalse();
  }
}
