package de.amtsbote.osci.testpki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** What shall stand in a certificate. */
public final class CertificateSpec {

  private static final AtomicLong SERIAL = new AtomicLong(1_000);

  private final String name;
  private final X509Certificate issuer;
  private final KeyPair keys;
  private Instant from = Instant.parse("2020-01-01T00:00:00Z");
  private Instant until = Instant.parse("2045-12-31T23:59:59Z");
  private int usage = -1;
  private boolean authority;
  private String ocsp;
  private String crl;
  private String host;

  CertificateSpec(String name, X509Certificate issuer, KeyPair keys) {
    this.name = name;
    this.issuer = issuer;
    this.keys = keys;
  }

  /** A certificate in the name of any issuer, even of one that is no CA. */
  public static CertificateSpec below(X509Certificate issuer, String name) {
    return new CertificateSpec(name, issuer, TestKeys.rsa());
  }

  KeyPair keys() {
    return keys;
  }

  public CertificateSpec valid(String first, String last) {
    from = Instant.parse(first);
    until = Instant.parse(last);
    return this;
  }

  public CertificateSpec usage(int bits) {
    usage = bits;
    return this;
  }

  public CertificateSpec authority() {
    authority = true;
    return usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  public CertificateSpec ocspResponder(String uri) {
    ocsp = uri;
    return this;
  }

  public CertificateSpec crlAt(String uri) {
    crl = uri;
    return this;
  }

  /** For the TLS server of this name. */
  public CertificateSpec host(String name) {
    host = name;
    return this;
  }

  /** Signs with any key; the issuer's name stays that of the CA that was asked. */
  public X509Certificate signedBy(PrivateKey key, PublicKey authorityKey) {
    try {
      var subject = dn(name);
      var issuerName =
          issuer == null
              ? subject
              : X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
      var builder =
          new JcaX509v3CertificateBuilder(
              issuerName,
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              TestPki.date(from),
              TestPki.date(until),
              subject,
              keys.getPublic());
      addExtensions(builder, authorityKey);
      return new JcaX509CertificateConverter().getCertificate(builder.build(TestPki.signer(key)));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addExtensions(JcaX509v3CertificateBuilder builder, PublicKey authorityKey)
      throws CertIOException, GeneralSecurityException {
    var ids = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
    builder.addExtension(
        Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(authorityKey));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (usage >= 0) {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    }
    if (host != null) {
      var name = new GeneralName(GeneralName.dNSName, host);
      add(builder, Extension.subjectAlternativeName, new GeneralNames(name));
    }
    if (ocsp != null) {
      add(builder, Extension.authorityInfoAccess, aia());
    }
    if (crl != null) {
      add(builder, Extension.cRLDistributionPoints, distributionPoint());
    }
  }

  private static void add(
      JcaX509v3CertificateBuilder builder, ASN1ObjectIdentifier oid, ASN1Encodable value)
      throws CertIOException {
    builder.addExtension(oid, false, value);
  }

  private AuthorityInformationAccess aia() {
    return new AuthorityInformationAccess(
        AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, ocsp));
  }

  private CRLDistPoint distributionPoint() {
    var uri = new GeneralName(GeneralName.uniformResourceIdentifier, crl);
    var point = new DistributionPointName(new GeneralNames(uri));
    return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(point, null, null)});
  }

  private static X500Name dn(String name) {
    return new X500Name("CN=" + name + ",O=Amtsbote Test,C=DE");
  }
}
