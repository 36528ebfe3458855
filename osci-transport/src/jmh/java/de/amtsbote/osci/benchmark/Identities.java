package de.amtsbote.osci.benchmark;

import de.amtsbote.osci.crypto.SoftwareKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** RSA-3072 keys with certificates, made anew for each run. */
final class Identities {

  final SoftwareKeys originatorCipher = make("originator cipher");
  final SoftwareKeys originatorSignature = make("originator signature");
  final SoftwareKeys addressee = make("addressee");
  final SoftwareKeys intermediary = make("intermediary");

  private static SoftwareKeys make(String name) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072);
      KeyPair pair = generator.generateKeyPair();
      X500Name subject = new X500Name("CN=" + name);
      var certificate =
          new JcaX509v3CertificateBuilder(
              subject,
              BigInteger.ONE,
              new Date(1_577_836_800_000L),
              new Date(2_398_291_200_000L),
              subject,
              pair.getPublic());
      var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
      return SoftwareKeys.of(
          pair.getPrivate(),
          new JcaX509CertificateConverter().getCertificate(certificate.build(signer)));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
