package de.amtsbote.gateway.cli.certificates;

import de.amtsbote.gateway.security.SampleCertificates;
import de.amtsbote.osci.crypto.CryptoProviders;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority whose private key lives only as long as this object. */
final class SampleAuthority {

  private static final int KEY_BITS = 3072;
  private static final int SERIAL_BITS = 128;
  private static final Duration VALIDITY = Duration.ofDays(730);
  private static final ASN1ObjectIdentifier MARKER =
      new ASN1ObjectIdentifier(SampleCertificates.MARKER_OID);

  private final SecureRandom random = new SecureRandom();
  private final Instant validFrom;
  private final X500Name name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  SampleAuthority(String commonName, Clock clock)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    this.validFrom = clock.instant().minus(Duration.ofMinutes(5));
    this.name = subject(commonName);
    this.keys = newKeys();
    this.certificate =
        sign(
            name,
            keys,
            new BasicConstraints(0),
            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  X509Certificate certificate() {
    return certificate;
  }

  IssuedKey issue(String commonName, int keyUsage)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    KeyPair issued = newKeys();
    X509Certificate signed =
        sign(subject(commonName), issued, new BasicConstraints(false), new KeyUsage(keyUsage));
    return new IssuedKey(issued.getPrivate(), signed, certificate);
  }

  /** A key for TLS on this machine, for server or client. */
  IssuedKey issueForTls(String commonName, Instant end)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    KeyPair issued = newKeys();
    X509v3CertificateBuilder builder = builder(subject(commonName), issued, end);
    GeneralName[] here = {
      new GeneralName(GeneralName.dNSName, "localhost"),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1")
    };
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(here));
    return new IssuedKey(issued.getPrivate(), signed(builder, issued), certificate);
  }

  Instant validFrom() {
    return validFrom;
  }

  Instant validUntil() {
    return validFrom.plus(VALIDITY);
  }

  private X509Certificate sign(
      X500Name subject, KeyPair subjectKeys, BasicConstraints constraints, KeyUsage usage)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    X509v3CertificateBuilder builder = builder(subject, subjectKeys, validUntil());
    builder
        .addExtension(Extension.basicConstraints, true, constraints)
        .addExtension(Extension.keyUsage, true, usage);
    return signed(builder, subjectKeys);
  }

  private X509v3CertificateBuilder builder(X500Name subject, KeyPair subjectKeys, Instant end) {
    return new JcaX509v3CertificateBuilder(
        name,
        new BigInteger(SERIAL_BITS, random),
        Date.from(validFrom),
        Date.from(end),
        subject,
        subjectKeys.getPublic());
  }

  private X509Certificate signed(X509v3CertificateBuilder builder, KeyPair subjectKeys)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
    builder
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            identifiers.createSubjectKeyIdentifier(subjectKeys.getPublic()))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            identifiers.createAuthorityKeyIdentifier(keys.getPublic()))
        .addExtension(MARKER, false, new DERUTF8String("sample, not to be trusted"));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = CryptoProviders.keyPairGenerator("RSA");
    generator.initialize(KEY_BITS);
    return generator.generateKeyPair();
  }

  private static X500Name subject(String commonName) {
    return new X500Name("CN=" + commonName + ",OU=Muster ohne Vertrauen,O=Amtsbote,C=DE");
  }
}
