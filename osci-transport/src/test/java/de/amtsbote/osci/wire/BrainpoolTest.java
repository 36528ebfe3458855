package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.testing.Samples;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authors with keys on the curves that German authorities use and fast providers do not know. */
class BrainpoolTest {

  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private static SoftwareKeys author(String curve) throws Exception {
    var generator = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
    generator.initialize(new ECGenParameterSpec(curve));
    var pair = generator.generateKeyPair();
    var name = new X500Name("CN=author");
    var certificate =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            new Date(1_577_836_800_000L),
            new Date(2_398_291_200_000L),
            name,
            pair.getPublic());
    var signer =
        new JcaContentSignerBuilder("SHA256withECDSA")
            .setProvider(BOUNCY_CASTLE)
            .build(pair.getPrivate());
    return SoftwareKeys.of(
        pair.getPrivate(),
        new JcaX509CertificateConverter()
            .setProvider(BOUNCY_CASTLE)
            .getCertificate(certificate.build(signer)));
  }

  @ParameterizedTest
  @CsvSource({
    "brainpoolP256r1, ECDSA_SHA256",
    "brainpoolP384r1, ECDSA_SHA384",
    "brainpoolP512r1, ECDSA_SHA512"
  })
  void signature_isMadeAndVerified(String curve, SignatureAlgorithm algorithm) throws Exception {
    var author = author(curve);
    var sample =
        Samples.store(
            ContentPackage.of(
                Samples.container().signer(ContentSigner.otherAuthor(7, author)).build()));
    var message =
        OutgoingMessage.of(sample.type(), sample.control())
            .order(sample.order())
            .certificates(
                sample
                    .certificates()
                    .with(
                        RoleCertificate.of(
                            Role.OTHER_AUTHOR, 7, Usage.SIGNATURE, author.certificate())))
            .content(sample.content())
            .build();
    var wire = new Wire();

    try (IncomingMessage read = wire.read(wire.compose(message, OrderSecurity.NONE))) {
      assertThat(read.open(List.of()).containers().get(0).signatures())
          .extracting(SignatureFacts::algorithm)
          .contains(algorithm);
    }
  }
}
