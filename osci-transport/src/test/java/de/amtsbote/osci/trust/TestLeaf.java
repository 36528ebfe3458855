package de.amtsbote.osci.trust;

import de.amtsbote.osci.testpki.CertificateSpec;
import de.amtsbote.osci.testpki.TestIdentity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;

/** End certificates below issuers that are not proper CAs. */
final class TestLeaf {

  private TestLeaf() {}

  static X509Certificate below(TestIdentity issuer, String name) {
    return CertificateSpec.below(issuer.certificate(), name)
        .usage(KeyUsage.digitalSignature)
        .signedBy(issuer.key(), issuer.certificate().getPublicKey());
  }

  static TrustMaterial materialWith(X509Certificate intermediate) {
    return new TrustMaterial(
        Set.of(TrustFixture.ROOT.certificate()), List.of(intermediate), List.of());
  }
}
