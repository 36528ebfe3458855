package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.Signatures;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testpki.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Signature values that are right in another encoding, or with other parameters. */
class RefusedSignatureEncodingTest {

  private static final byte[] DATA = "SignedInfo".getBytes(StandardCharsets.UTF_8);

  private static final KeyPair CURVE = curve();
  private static final KeyPair RSA = TestKeys.rsa();

  private static KeyPair curve() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pss(String digest, String mask, int salt) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), salt, 1));
    signature.initSign(RSA.getPrivate());
    signature.update(DATA);
    return signature.sign();
  }

  private static byte[] ecdsa(String name) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name);
    signature.initSign(CURVE.getPrivate());
    signature.update(DATA);
    return signature.sign();
  }

  private static boolean accepted(SignatureAlgorithm algorithm, byte[] value) {
    boolean isCurve = algorithm.kind() == SignatureAlgorithm.Kind.ECDSA;
    return Signatures.verify(algorithm, isCurve ? CURVE.getPublic() : RSA.getPublic(), DATA, value);
  }

  @Test
  void plainPairOfNumbers_isTheFormOfXmlSignatures() throws GeneralSecurityException {
    assertThat(accepted(SignatureAlgorithm.ECDSA_SHA256, ecdsa("SHA256withECDSAinP1363Format")))
        .isTrue();
  }

  @Test
  void ecdsaInDer_isRefused() throws GeneralSecurityException {
    assertThat(accepted(SignatureAlgorithm.ECDSA_SHA256, ecdsa("SHA256withECDSA"))).isFalse();
  }

  @Test
  void zeros_areRefused() {
    assertThat(accepted(SignatureAlgorithm.ECDSA_SHA256, new byte[64])).isFalse();
  }

  @Test
  void shortenedAndLengthenedValues_areRefused() throws GeneralSecurityException {
    byte[] value = ecdsa("SHA256withECDSAinP1363Format");
    for (int length : new int[] {0, 1, 32, 62, 63, 65, 66, 128}) {
      assertThat(accepted(SignatureAlgorithm.ECDSA_SHA256, Arrays.copyOf(value, length))).isFalse();
    }
  }

  @Test
  void pssWithTheSaltOfTheDigest_isTheForm() throws GeneralSecurityException {
    assertThat(accepted(SignatureAlgorithm.RSA_PSS_SHA256, pss("SHA-256", "SHA-256", 32))).isTrue();
  }

  @Test
  void pssWithoutSalt_isRefused() throws GeneralSecurityException {
    assertThat(accepted(SignatureAlgorithm.RSA_PSS_SHA256, pss("SHA-256", "SHA-256", 0))).isFalse();
  }

  @Test
  void pssWithAnotherMask_isRefused() throws GeneralSecurityException {
    assertThat(accepted(SignatureAlgorithm.RSA_PSS_SHA256, pss("SHA-256", "SHA-1", 32))).isFalse();
  }

  @Test
  void otherPadding_isRefused() throws GeneralSecurityException {
    byte[] value = pss("SHA-256", "SHA-256", 32);
    assertThat(accepted(SignatureAlgorithm.RSA_SHA256, value)).isFalse();
  }

  @Test
  void keyOfAnotherKind_isRefused() throws GeneralSecurityException {
    byte[] value = ecdsa("SHA256withECDSAinP1363Format");
    assertThat(
            Signatures.verify(
                SignatureAlgorithm.ECDSA_SHA256,
                Parties.ORIGINATOR_SIGNATURE.certificate().getPublicKey(),
                DATA,
                value))
        .isFalse();
  }
}
