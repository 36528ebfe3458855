package de.amtsbote.osci.refusal;

import static de.amtsbote.osci.refusal.Verdict.KEYS;
import static de.amtsbote.osci.refusal.Verdict.assertAccepted;
import static de.amtsbote.osci.refusal.Verdict.assertRejected;
import static de.amtsbote.osci.refusal.Verdict.signed;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The word for algorithms that are not admitted, and what the policy for old partners lets pass.
 */
class VerdictOnAlgorithmsTest {

  private static final String LAYER = "algorithm-policy";
  private static final InspectOptions LEGACY = KEYS.policy(AlgorithmPolicy.legacyPartner());
  private static final OrderSecurity ENCRYPTED =
      new OrderSecurity(null, Parties.INTERMEDIARY_CIPHER.certificate());

  /** An old algorithm of encryption, with the usual ones beside it. */
  private enum Old {
    RSA_1_5(CipherAlgorithm.AES256_GCM, KeyTransport.RSA_1_5),
    OAEP_SHA1(
        CipherAlgorithm.AES256_GCM,
        new KeyTransport(KeyTransport.Method.RSA_OAEP, DigestAlgorithm.SHA1, DigestAlgorithm.SHA1)),
    TRIPLE_DES(CipherAlgorithm.TRIPLE_DES_CBC, KeyTransport.OAEP_SHA256),
    AES128_CBC(CipherAlgorithm.AES128_CBC, KeyTransport.OAEP_SHA256),
    AES256_CBC(CipherAlgorithm.AES256_CBC, KeyTransport.OAEP_SHA256);

    private final Attack attack;

    Old(CipherAlgorithm cipher, KeyTransport transport) {
      attack =
          writing(
              new Written(
                  DigestAlgorithm.SHA256, SignatureAlgorithm.RSA_SHA256, cipher, 12, transport));
    }
  }

  private static Attack writing(Written written) {
    return new Attack().writing(AlgorithmPolicy.standard().writing(written));
  }

  private static Attack signing(DigestAlgorithm digest, SignatureAlgorithm method) {
    return writing(
        new Written(digest, method, CipherAlgorithm.AES256_GCM, 12, KeyTransport.OAEP_SHA256));
  }

  private static ContentPackage unsigned() {
    return ContentPackage.of(
        Samples.encrypted(ContentContainer.builder("c").data("d", Samples.PAYLOAD).build()));
  }

  @ParameterizedTest
  @EnumSource
  void onTheWay_isAlgorithmPolicy(Old old) throws IOException {
    byte[] message = old.attack.message(ContentPackage.EMPTY, ENCRYPTED);

    assertRejected(message, LAYER, "9202");
    assertAccepted(message, LEGACY);
  }

  @ParameterizedTest
  @EnumSource
  void ofTheContent_isAlgorithmPolicy(Old old) throws IOException {
    byte[] message = old.attack.message(unsigned(), OrderSecurity.NONE);

    assertRejected(message, LAYER, null);
    assertAccepted(message, LEGACY);
  }

  @ParameterizedTest
  @EnumSource(names = {"AES128_CBC", "AES256_CBC"})
  void cbcUnderASignature_isAccepted(Old old) throws IOException {
    assertAccepted(old.attack.message(Attack.encrypted(), Attack.FULL), KEYS);
  }

  @Test
  void digestOfAnOrderWithSha1_isAlgorithmPolicyForEverybody() throws IOException {
    byte[] message =
        signing(DigestAlgorithm.SHA1, SignatureAlgorithm.RSA_SHA256)
            .message(ContentPackage.EMPTY, Attack.SIGNED);

    assertRejected(message, LAYER, "9601");
    assertRejected(message, LEGACY, LAYER, "9601");
  }

  @Test
  void signatureOfAnOrderWithSha1_isAlgorithmPolicyForEverybody() throws IOException {
    byte[] message =
        signing(DigestAlgorithm.SHA256, SignatureAlgorithm.RSA_SHA1)
            .message(ContentPackage.EMPTY, Attack.SIGNED);

    assertRejected(message, LAYER, "9601");
    assertRejected(message, LEGACY, LAYER, "9601");
  }

  @Test
  void digestOfContentWithSha1_isAlgorithmPolicyForEverybody() throws IOException {
    byte[] message =
        signing(DigestAlgorithm.SHA1, SignatureAlgorithm.RSA_SHA256)
            .message(Attack.plain(), OrderSecurity.NONE);

    assertRejected(message, LAYER, null);
    assertRejected(message, LEGACY, LAYER, null);
  }

  @Test
  void exclusiveCanonicalization_isAlgorithmPolicy() throws IOException {
    byte[] message =
        signed(
            t ->
                t.replaceFirst(
                    "<ds:CanonicalizationMethod Algorithm=\"[^\"]*",
                    "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#"));

    assertRejected(Attack.resign(message), LAYER, "9601");
  }

  @Test
  void transformThatTheStandardHasNot_isAlgorithmPolicy() throws IOException {
    byte[] message =
        signed(
            t ->
                t.replaceFirst(
                    "<ds:Transform Algorithm=\"[^\"]*",
                    "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116"));

    assertRejected(Attack.resign(message), LAYER, "9601");
  }

  @Test
  void unknownCipher_isAlgorithmPolicy() throws IOException {
    assertRejected(
        Verdict.sealed(t -> t.replaceFirst("xmlenc11#aes256-gcm", "xmlenc11#rc4")), LAYER, "9202");
  }

  @Test
  void oaepOfTheOlderStandard_isAlgorithmPolicy() throws IOException {
    assertRejected(
        Verdict.sealed(
            t ->
                t.replaceFirst(
                    "http://www.w3.org/2009/xmlenc11#rsa-oaep",
                    "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p")),
        LAYER,
        "9202");
  }
}
