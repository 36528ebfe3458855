package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.testpki.TestKeys;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK's XML signatures sign we verify, and what we sign they verify. */
class ForeignSignatureTest {

  /** Somebody who signs, and how. */
  private record Signer(SignatureAlgorithm method, DigestAlgorithm digest, KeyPair pair) {

    SoftwareKeys keys() throws GeneralSecurityException {
      boolean rsa = pair.getPrivate().getAlgorithm().equals("RSA");
      return Parties.keys("foreign", pair, rsa ? "SHA256withRSA" : "SHA256withECDSA");
    }

    @Override
    public String toString() {
      return method + " " + digest;
    }
  }

  static Stream<Signer> signers() throws GeneralSecurityException {
    KeyPair rsa = TestKeys.rsa();
    return Stream.of(
        new Signer(SignatureAlgorithm.RSA_SHA256, DigestAlgorithm.SHA256, rsa),
        new Signer(SignatureAlgorithm.RSA_SHA512, DigestAlgorithm.SHA512, rsa),
        new Signer(SignatureAlgorithm.RSA_PSS_SHA256, DigestAlgorithm.SHA256, rsa),
        new Signer(SignatureAlgorithm.RSA_PSS_SHA512, DigestAlgorithm.SHA3_512, rsa),
        new Signer(SignatureAlgorithm.ECDSA_SHA256, DigestAlgorithm.SHA256, ec("secp256r1")),
        new Signer(SignatureAlgorithm.ECDSA_SHA384, DigestAlgorithm.SHA3_384, ec("secp384r1")),
        new Signer(SignatureAlgorithm.ECDSA_SHA512, DigestAlgorithm.SHA512, ec("secp521r1")));
  }

  private static KeyPair ec(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static ContentContainer.Builder container() {
    return ContentContainer.builder("container0")
        .data("content0", Samples.PAYLOAD)
        .attachment("content1", "a.bin", () -> new ByteArrayInputStream(Samples.ATTACHMENT));
  }

  private static OutgoingMessage message(SoftwareKeys signer, ContentContainer container) {
    OutgoingMessage usual = Samples.store(ContentPackage.EMPTY);
    return OutgoingMessage.of(usual.type(), usual.control())
        .order(usual.order())
        .headers(usual.headers())
        .certificates(
            RoleCertificates.builder()
                .add(Role.ORIGINATOR, Usage.CIPHER, Parties.ORIGINATOR_CIPHER.certificate())
                .add(Parties.ADDRESSEE)
                .add(Role.ORIGINATOR, Usage.SIGNATURE, signer.certificate())
                .build())
        .content(ContentPackage.of(container))
        .build();
  }

  /** An order and its content, both signed by the JDK. */
  private static byte[] signed(Signer signer) throws Exception {
    SoftwareKeys keys = signer.keys();
    String id = RoleCertificate.of(Role.ORIGINATOR, Usage.SIGNATURE, keys.certificate()).id();
    String method = signer.method().uri();
    String digest = signer.digest().uri();
    byte[] unsigned = new Wire().compose(message(keys, container().build()), OrderSecurity.NONE);
    return new Foreign(unsigned)
        .signContent(signer.pair().getPrivate(), id, method, digest)
        .signOrder(signer.pair().getPrivate(), id, method, digest)
        .octets();
  }

  @ParameterizedTest
  @MethodSource("signers")
  void orderAndContentSignedByTheJdk_areVerified(Signer signer) throws Exception {
    try (IncomingMessage read = new Wire().read(signed(signer))) {
      SignatureFacts order = read.orderSignature().orElseThrow();
      assertThat(order.algorithm()).isEqualTo(signer.method());
      assertThat(order.digests()).containsExactly(signer.digest());
      OpenedContainer container = read.open(List.of()).containers().get(0);
      assertThat(container.signatures())
          .extracting(SignatureFacts::algorithm)
          .containsExactly(signer.method());
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
      assertThat(Wire.octets(container, "content1")).isEqualTo(Samples.ATTACHMENT);
    }
  }

  @ParameterizedTest
  @MethodSource("signers")
  void changedOrderSignedByTheJdk_isRefused(Signer signer) throws Exception {
    String text = new String(signed(signer), StandardCharsets.ISO_8859_1);
    byte[] changed = text.replace("Betreff", "Geaendert").getBytes(StandardCharsets.ISO_8859_1);

    var refusal = catchThrowableOfType(OsciException.class, () -> new Wire().read(changed));

    assertThat(refusal.rule()).isEqualTo(Rule.ORDER_DIGEST);
  }

  @ParameterizedTest
  @MethodSource("signers")
  void orderAndContentSignedByUs_areVerifiedByTheJdk(Signer signer) throws Exception {
    SoftwareKeys keys = signer.keys();
    Written written =
        new Written(
            signer.digest(),
            signer.method(),
            CipherAlgorithm.AES256_GCM,
            12,
            KeyTransport.OAEP_SHA256);
    Wire wire = new Wire(AlgorithmPolicy.standard().writing(written), AlgorithmPolicy.standard());
    ContentContainer container = container().signer(ContentSigner.originator(keys)).build();

    Foreign foreign =
        new Foreign(wire.compose(message(keys, container), new OrderSecurity(keys, null)));

    assertThat(foreign.verify(foreign.first("ClientSignature"), signer.pair().getPublic()))
        .isTrue();
    assertThat(foreign.verify(foreign.first("ContentContainer"), signer.pair().getPublic()))
        .isTrue();
  }
}
