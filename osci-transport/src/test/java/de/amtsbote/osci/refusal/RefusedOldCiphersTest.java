package de.amtsbote.osci.refusal;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Triple DES, RSA PKCS#1 v1.5 and CBC that nobody signed: only for old partners. */
class RefusedOldCiphersTest {

  private final Attack attack = new Attack();

  private static AlgorithmPolicy writing(CipherAlgorithm cipher, KeyTransport transport) {
    return AlgorithmPolicy.standard()
        .writing(
            new Written(
                DigestAlgorithm.SHA256, SignatureAlgorithm.RSA_SHA256, cipher, 12, transport));
  }

  private void assertOnlyForOldPartners(byte[] message, Rule rule) throws IOException {
    attack.assertRefused(message, rule);
    attack.reading(AlgorithmPolicy.legacyPartner()).assertAccepted(message);
  }

  private static ContentPackage unsigned() {
    return ContentPackage.of(
        Samples.encrypted(ContentContainer.builder("c").data("d", Samples.PAYLOAD).build()));
  }

  @Test
  void tripleDesOfContent_isForOldPartners() throws IOException {
    attack.writing(writing(CipherAlgorithm.TRIPLE_DES_CBC, KeyTransport.OAEP_SHA256));

    assertOnlyForOldPartners(
        attack.message(Attack.encrypted(), Attack.SIGNED), Rule.ALGORITHM_REFUSED_CONTENT);
  }

  @Test
  void tripleDesOfAMessage_isForOldPartners() throws IOException {
    attack.writing(writing(CipherAlgorithm.TRIPLE_DES_CBC, KeyTransport.OAEP_SHA256));

    assertOnlyForOldPartners(
        attack.message(Attack.plain(), Attack.FULL), Rule.ALGORITHM_REFUSED_TRANSPORT);
  }

  @Test
  void oldKeyTransportOfContent_isForOldPartners() throws IOException {
    attack.writing(writing(CipherAlgorithm.AES256_GCM, KeyTransport.RSA_1_5));

    assertOnlyForOldPartners(
        attack.message(Attack.encrypted(), Attack.SIGNED), Rule.ALGORITHM_REFUSED_CONTENT);
  }

  @Test
  void oldKeyTransportOfAMessage_isForOldPartners() throws IOException {
    attack.writing(writing(CipherAlgorithm.AES256_GCM, KeyTransport.RSA_1_5));

    assertOnlyForOldPartners(
        attack.message(Attack.plain(), Attack.FULL), Rule.ALGORITHM_REFUSED_TRANSPORT);
  }

  @Test
  void cbcOfContentThatNobodySigned_isForOldPartners() throws IOException {
    attack.writing(writing(CipherAlgorithm.AES256_CBC, KeyTransport.OAEP_SHA256));

    assertOnlyForOldPartners(
        attack.message(unsigned(), OrderSecurity.NONE), Rule.ALGORITHM_REFUSED_CONTENT);
  }

  @Test
  void cbcOfAMessageThatNobodySigned_isForOldPartners() throws IOException {
    attack.writing(writing(CipherAlgorithm.AES256_CBC, KeyTransport.OAEP_SHA256));
    OrderSecurity unsigned = new OrderSecurity(null, Parties.INTERMEDIARY_CIPHER.certificate());

    assertOnlyForOldPartners(
        attack.message(Attack.plain(), unsigned), Rule.ALGORITHM_REFUSED_TRANSPORT);
  }

  @Test
  void cbcUnderASignature_isAccepted() throws IOException {
    attack.writing(writing(CipherAlgorithm.AES256_CBC, KeyTransport.OAEP_SHA256));

    attack.assertAccepted(attack.message(unsigned(), Attack.FULL));
  }
}
