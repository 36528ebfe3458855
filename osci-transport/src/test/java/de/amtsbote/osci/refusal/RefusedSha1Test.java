package de.amtsbote.osci.refusal;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Signatures with SHA-1, by any policy. */
class RefusedSha1Test {

  private final Attack attack = new Attack();

  private static AlgorithmPolicy writing(DigestAlgorithm digest, SignatureAlgorithm method) {
    return AlgorithmPolicy.standard()
        .writing(
            new Written(digest, method, CipherAlgorithm.AES256_GCM, 12, KeyTransport.OAEP_SHA256));
  }

  @Test
  void digestOfAnOrder_isRefusedEvenForOldPartners() throws IOException {
    attack
        .writing(writing(DigestAlgorithm.SHA1, SignatureAlgorithm.RSA_SHA256))
        .reading(AlgorithmPolicy.legacyPartner())
        .assertRefused(
            attack.message(Attack.plain(), Attack.SIGNED), Rule.ALGORITHM_REFUSED_SIGNATURE);
  }

  @Test
  void methodOfAnOrder_isRefusedEvenForOldPartners() throws IOException {
    attack
        .writing(writing(DigestAlgorithm.SHA256, SignatureAlgorithm.RSA_SHA1))
        .reading(AlgorithmPolicy.legacyPartner())
        .assertRefused(
            attack.message(Attack.plain(), Attack.SIGNED), Rule.ALGORITHM_REFUSED_SIGNATURE);
  }

  @Test
  void digestOfContent_isRefusedEvenForOldPartners() throws IOException {
    attack
        .writing(writing(DigestAlgorithm.SHA1, SignatureAlgorithm.RSA_SHA256))
        .reading(AlgorithmPolicy.legacyPartner())
        .assertRefused(
            attack.message(Attack.plain(), OrderSecurity.NONE), Rule.ALGORITHM_REFUSED_CONTENT);
  }
}
