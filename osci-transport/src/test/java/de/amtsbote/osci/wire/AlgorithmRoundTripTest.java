package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

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
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every algorithm of the standard is written and read. */
class AlgorithmRoundTripTest {

  static List<Written> encryptions() {
    List<Written> all = new ArrayList<>();
    for (CipherAlgorithm cipher : CipherAlgorithm.values()) {
      for (int ivLength : new int[] {12, 16}) {
        for (KeyTransport transport :
            List.of(KeyTransport.OAEP_SHA256, KeyTransport.OAEP_SHA512, KeyTransport.RSA_1_5)) {
          all.add(
              new Written(
                  DigestAlgorithm.SHA256,
                  SignatureAlgorithm.RSA_SHA256,
                  cipher,
                  ivLength,
                  transport));
        }
      }
    }
    return all;
  }

  static List<Written> signatures() {
    List<Written> all = new ArrayList<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      boolean broken = algorithm.digest() == DigestAlgorithm.SHA1;
      if (!broken && algorithm.kind() != SignatureAlgorithm.Kind.ECDSA) {
        for (DigestAlgorithm digest : DigestAlgorithm.values()) {
          if (digest != DigestAlgorithm.SHA1) {
            all.add(
                new Written(
                    digest, algorithm, CipherAlgorithm.AES256_GCM, 12, KeyTransport.OAEP_SHA256));
          }
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("encryptions")
  void encryption_isUndoneAndReported(Written written) throws IOException {
    Wire wire =
        new Wire(AlgorithmPolicy.standard().writing(written), AlgorithmPolicy.legacyPartner());
    byte[] octets = wire.compose(Samples.store(), Samples.fullSecurity(Samples.store()));

    try (IncomingMessage message = wire.read(octets)) {
      OpenedContainer container =
          message.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
      assertThat(Wire.octets(container, "content1")).isEqualTo(Samples.ATTACHMENT);
      assertThat(message.transport().orElseThrow().cipher()).isEqualTo(written.cipher());
      assertThat(container.encryption().keyTransport()).isEqualTo(written.keyTransport());
    }
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void signature_isVerifiedAndReported(Written written) throws IOException {
    Wire wire = new Wire(AlgorithmPolicy.standard().writing(written), AlgorithmPolicy.standard());
    byte[] octets = wire.compose(Samples.store(), Samples.fullSecurity(Samples.store()));

    try (IncomingMessage message = wire.read(octets)) {
      SignatureFacts facts = message.orderSignature().orElseThrow();
      assertThat(facts.algorithm()).isEqualTo(written.rsaSignature());
      assertThat(facts.digests()).containsExactly(written.digest());
      assertThat(message.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0).isSigned())
          .isTrue();
    }
  }

  @Test
  void curveOfTheAuthor_decidesTheMethod() throws IOException {
    ContentPackage content =
        ContentPackage.of(
            Samples.container()
                .signer(ContentSigner.otherAuthor(0, Parties.EC_AUTHOR))
                .signer(ContentSigner.otherAuthor(1, Parties.EC_384_AUTHOR))
                .signer(ContentSigner.otherAuthor(2, Parties.EC_521_AUTHOR).at(Samples.TIME))
                .build());
    Wire wire = new Wire();

    try (IncomingMessage message =
        wire.read(wire.compose(Samples.store(content), OrderSecurity.NONE))) {
      List<SignatureFacts> facts = message.open(List.of()).containers().get(0).signatures();
      assertThat(facts)
          .extracting(SignatureFacts::algorithm)
          .containsExactly(
              SignatureAlgorithm.RSA_SHA256,
              SignatureAlgorithm.ECDSA_SHA256,
              SignatureAlgorithm.ECDSA_SHA384,
              SignatureAlgorithm.ECDSA_SHA512);
      assertThat(facts.get(3).signingTime()).isEqualTo(Samples.TIME.withNano(0));
    }
  }
}
