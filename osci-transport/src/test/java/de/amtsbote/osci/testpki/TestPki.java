package de.amtsbote.osci.testpki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** A certification authority in memory. */
public final class TestPki {

  /** The time in which all certificates are valid, unless a test says otherwise. */
  public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final KeyPair keys;
  private final X509Certificate certificate;

  private TestPki(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A root CA. */
  public static TestPki root(String name) {
    var keys = TestKeys.rsa();
    var builder = new CertificateSpec(name, null, keys).authority();
    return new TestPki(keys, builder.signedBy(keys.getPrivate(), keys.getPublic()));
  }

  /** A CA below this one. */
  public TestPki intermediate(String name) {
    var keys = TestKeys.rsa();
    return new TestPki(keys, issue(new CertificateSpec(name, certificate, keys).authority()));
  }

  /** A request for an end certificate that can be altered before it is signed. */
  public CertificateSpec spec(String name) {
    return new CertificateSpec(name, certificate, TestKeys.rsa());
  }

  /** The same for keys that are there already. */
  public CertificateSpec spec(String name, KeyPair keys) {
    return new CertificateSpec(name, certificate, keys);
  }

  public TestIdentity signer(String name) {
    return identity(spec(name).usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
  }

  public TestIdentity reader(String name) {
    return identity(spec(name).usage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
  }

  public TestIdentity identity(CertificateSpec spec) {
    return new TestIdentity(spec.keys().getPrivate(), issue(spec));
  }

  private X509Certificate issue(CertificateSpec spec) {
    return spec.signedBy(keys.getPrivate(), keys.getPublic());
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** The CA's key: for certificates that only look as if another CA had signed them. */
  public PrivateKey key() {
    return keys.getPrivate();
  }

  /** A revocation list, valid for one day around the given instant. */
  public X509CRL crl(Instant at, X509Certificate... revoked) {
    try {
      var builder = new JcaX509v2CRLBuilder(certificate, date(at.minus(Duration.ofHours(12))));
      builder.setNextUpdate(date(at.plus(Duration.ofHours(12))));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
      for (var one : revoked) {
        builder.addCRLEntry(
            one.getSerialNumber(), date(at.minus(Duration.ofDays(1))), CRLReason.keyCompromise);
      }
      return new JcaX509CRLConverter().getCRL(builder.build(signer(keys.getPrivate())));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An OCSP response of this CA. */
  public byte[] ocsp(X509Certificate about, Instant at, boolean revoked) {
    try {
      var digests = new BcDigestCalculatorProvider();
      var id =
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1),
              new JcaX509CertificateHolder(certificate),
              about.getSerialNumber());
      var name =
          new RespID(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
      var builder = new BasicOCSPRespBuilder(name);
      CertificateStatus status =
          revoked
              ? new RevokedStatus(date(at.minus(Duration.ofDays(1))), CRLReason.keyCompromise)
              : CertificateStatus.GOOD;
      builder.addResponse(id, status, date(at), date(at.plus(Duration.ofHours(1))), null);
      var basic = builder.build(signer(keys.getPrivate()), null, date(at));
      return new OCSPRespBuilder().build(OCSPResp.SUCCESSFUL, basic).getEncoded();
    } catch (OperatorCreationException | OCSPException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
    return TestKeys.signer(key);
  }

  static Date date(Instant instant) {
    return Date.from(instant);
  }
}
