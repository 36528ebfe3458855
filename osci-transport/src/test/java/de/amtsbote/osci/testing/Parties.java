package de.amtsbote.osci.testing;

import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.testpki.TestKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The people of the tests with their keys; certificates are self-signed, nobody checks them here.
 */
public final class Parties {

  public static final SoftwareKeys ORIGINATOR_CIPHER = rsa("originator cipher");
  public static final SoftwareKeys ORIGINATOR_SIGNATURE = rsa("originator signature");
  public static final SoftwareKeys ADDRESSEE_CIPHER = rsa("addressee cipher");
  public static final SoftwareKeys ADDRESSEE_SIGNATURE = rsa("addressee signature");
  public static final SoftwareKeys READER_CIPHER = rsa("reader cipher");
  public static final SoftwareKeys STRANGER_CIPHER = rsa("stranger cipher");
  public static final SoftwareKeys STRANGER_SIGNATURE = rsa("stranger signature");
  public static final SoftwareKeys INTERMEDIARY_CIPHER = rsa("intermediary cipher");
  public static final SoftwareKeys INTERMEDIARY_SIGNATURE = rsa("intermediary signature");
  public static final SoftwareKeys EC_AUTHOR = ec("author with a curve", "secp256r1");
  public static final SoftwareKeys EC_384_AUTHOR = ec("author with a longer curve", "secp384r1");
  public static final SoftwareKeys EC_521_AUTHOR = ec("author with the longest", "secp521r1");

  public static final RoleCertificate ADDRESSEE =
      RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, ADDRESSEE_CIPHER.certificate());
  public static final RoleCertificate READER =
      RoleCertificate.of(Role.OTHER_READER, 0, Usage.CIPHER, READER_CIPHER.certificate());

  private Parties() {}

  /** Originator, addressee, one more reader and all other authors. */
  public static RoleCertificates delivery() {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.CIPHER, ORIGINATOR_CIPHER.certificate())
        .add(ADDRESSEE)
        .add(READER)
        .add(Role.ORIGINATOR, Usage.SIGNATURE, ORIGINATOR_SIGNATURE.certificate())
        .add(Role.OTHER_AUTHOR, Usage.SIGNATURE, EC_AUTHOR.certificate())
        .add(Role.OTHER_AUTHOR, Usage.SIGNATURE, EC_384_AUTHOR.certificate())
        .add(Role.OTHER_AUTHOR, Usage.SIGNATURE, EC_521_AUTHOR.certificate())
        .build();
  }

  /** Only the originator. */
  public static RoleCertificates originator() {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.CIPHER, ORIGINATOR_CIPHER.certificate())
        .add(Role.ORIGINATOR, Usage.SIGNATURE, ORIGINATOR_SIGNATURE.certificate())
        .build();
  }

  /** Only the intermediary. */
  public static RoleCertificates intermediary() {
    return RoleCertificates.builder()
        .add(Role.INTERMEDIARY, Usage.CIPHER, INTERMEDIARY_CIPHER.certificate())
        .add(Role.INTERMEDIARY, Usage.SIGNATURE, INTERMEDIARY_SIGNATURE.certificate())
        .build();
  }

  private static SoftwareKeys rsa(String name) {
    try {
      return keys(name, TestKeys.rsa(), "SHA256withRSA");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SoftwareKeys ec(String name, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return keys(name, generator.generateKeyPair(), "SHA256withECDSA");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key pair in a self-signed certificate. */
  public static SoftwareKeys keys(String name, KeyPair pair, String algorithm)
      throws GeneralSecurityException {
    X500Name subject = new X500Name("CN=" + name + ",O=Amtsbote Test,C=DE");
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              subject,
              BigInteger.valueOf(name.hashCode() & 0x7fffffffL),
              new Date(1_577_836_800_000L),
              new Date(2_398_291_200_000L),
              subject,
              pair.getPublic());
      var signer = new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
      return SoftwareKeys.of(
          pair.getPrivate(),
          new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
