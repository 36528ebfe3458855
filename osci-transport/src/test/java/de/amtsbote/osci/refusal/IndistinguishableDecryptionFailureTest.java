package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong in decryption looks the same outside. */
class IndistinguishableDecryptionFailureTest {

  private final Attack attack = new Attack();

  private static byte[] flipped(byte[] message, int fromEnd) {
    byte[] copy = message.clone();
    copy[copy.length - fromEnd] ^= 4;
    return copy;
  }

  private static byte[] otherKey(byte[] message, int occurrence) {
    return Attack.edit(
        message,
        t -> {
          int at = -1;
          for (int i = 0; i <= occurrence; i++) {
            at = t.indexOf("<xenc:CipherValue>", at + 1);
          }
          int position = at + "<xenc:CipherValue>".length() + 40;
          char other = t.charAt(position) == (char) 65 ? (char) 66 : (char) 65;
          return t.substring(0, position) + other + t.substring(position + 1);
        });
  }

  private void assertSame(List<byte[]> damaged, Rule rule) throws IOException {
    List<String> texts = new ArrayList<>();
    for (byte[] message : damaged) {
      OsciException refusal = attack.refusal(message);
      assertThat(refusal.rule()).isEqualTo(rule);
      texts.add(refusal.getMessage() + refusal.error().feedback());
    }
    assertThat(texts).hasSize(damaged.size()).containsOnly(texts.get(0));
  }

  @Test
  void ofAMessage_keyAndTagAndText() throws IOException {
    byte[] message = attack.message(Attack.plain(), Attack.FULL);

    assertSame(
        List.of(
            otherKey(message, 0),
            flipped(message, 60),
            flipped(message, 100),
            flipped(message, 3000)),
        Rule.TRANSPORT_UNDECRYPTABLE);
  }

  @ParameterizedTest
  @EnumSource(CipherAlgorithm.class)
  void ofContent_keyAndText(CipherAlgorithm cipher) throws IOException {
    attack
        .reading(AlgorithmPolicy.legacyPartner())
        .writing(
            AlgorithmPolicy.standard()
                .writing(
                    new Written(
                        DigestAlgorithm.SHA256,
                        SignatureAlgorithm.RSA_SHA256,
                        cipher,
                        12,
                        KeyTransport.RSA_1_5)));
    byte[] message = attack.message(Attack.encrypted(), OrderSecurity.NONE);

    assertSame(List.of(otherKey(message, 0), otherKey(message, 1)), Rule.CONTENT_UNDECRYPTABLE);
  }

  @Test
  void ofAMessageInCbc_paddingAndGarbage() throws IOException {
    attack
        .reading(AlgorithmPolicy.legacyPartner())
        .writing(
            AlgorithmPolicy.standard()
                .writing(
                    new Written(
                        DigestAlgorithm.SHA256,
                        SignatureAlgorithm.RSA_SHA256,
                        CipherAlgorithm.AES256_CBC,
                        12,
                        KeyTransport.RSA_1_5)));
    byte[] message = attack.message(Attack.plain(), Attack.FULL);
    int end = "\r\n--".length() + "MIME_boundary_".length() + 32 + "--\r\n".length();

    assertSame(
        List.of(otherKey(message, 0), flipped(message, end + 1), flipped(message, end + 17)),
        Rule.TRANSPORT_UNDECRYPTABLE);
  }

  /** Whoever changes single octets of the cipher text changes a text that somebody signed. */
  @Test
  void ofAMessageInCbc_anywhere() throws IOException {
    attack.reading(AlgorithmPolicy.legacyPartner()).writing(cbc(KeyTransport.OAEP_SHA256));
    byte[] message = attack.message(Attack.plain(), Attack.FULL);
    List<byte[]> damaged = new ArrayList<>();
    for (int fromEnd = 60; fromEnd < message.length - 6000; fromEnd += 331) {
      damaged.add(flipped(message, fromEnd));
    }

    assertSame(damaged, Rule.TRANSPORT_UNDECRYPTABLE);
  }

  @Test
  void ofContentInCbc_anywhere() throws IOException {
    attack.writing(cbc(KeyTransport.OAEP_SHA256));
    byte[] message = attack.message(Attack.encrypted(), OrderSecurity.NONE);
    String text = new String(message, StandardCharsets.ISO_8859_1);
    int start = text.lastIndexOf("<xenc:CipherValue>") + 30;
    int end = text.lastIndexOf("</xenc:CipherValue>");
    List<byte[]> damaged = new ArrayList<>();
    for (int at = start; at < end - 10; at += 97) {
      byte[] copy = message.clone();
      int place = copy[at] == 10 ? at + 1 : at;
      copy[place] = (byte) (copy[place] == 65 ? 66 : 65);
      damaged.add(copy);
    }

    assertSame(damaged, Rule.CONTENT_UNDECRYPTABLE);
  }

  private static AlgorithmPolicy cbc(KeyTransport transport) {
    return AlgorithmPolicy.standard()
        .writing(
            new Written(
                DigestAlgorithm.SHA256,
                SignatureAlgorithm.RSA_SHA256,
                CipherAlgorithm.AES256_CBC,
                12,
                transport));
  }
}
