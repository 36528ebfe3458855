package de.amtsbote.osci.trust;

import static de.amtsbote.osci.testpki.TestPki.NOW;

import de.amtsbote.osci.testpki.TestPki;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** A root CA with one CA below it, and checkers that trust the root. */
final class TrustFixture {

  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final TestPki ROOT = TestPki.root("Root CA");
  static final TestPki CA = ROOT.intermediate("Issuing CA");

  private TrustFixture() {}

  static TrustMaterial material(X509CRL... crls) {
    return new TrustMaterial(Set.of(ROOT.certificate()), List.of(CA.certificate()), List.of(crls));
  }

  static CertificateChecker withoutRevocation() {
    return new CertificateChecker(material(), RevocationPolicy.unchecked(), CLOCK);
  }

  static CertificateChecker withCrls(X509CRL... crls) {
    return new CertificateChecker(material(crls), RevocationPolicy.refuseWhenUnknown(), CLOCK);
  }

  static CertificateReport checkSigner(X509Certificate certificate) {
    return withoutRevocation().check(certificate, CertificateUse.SIGNATURE);
  }
}
