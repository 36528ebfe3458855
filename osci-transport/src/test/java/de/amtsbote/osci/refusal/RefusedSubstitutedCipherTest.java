package de.amtsbote.osci.refusal;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of the cipher stands outside of what it protects: another one must not open it. */
class RefusedSubstitutedCipherTest {

  private static final String USUAL = "http://www.w3.org/2009/xmlenc11#aes256-gcm";

  private final Attack attack = new Attack().reading(AlgorithmPolicy.legacyPartner());

  private static byte[] substituted(byte[] message, String cipher) {
    return Attack.edit(message, t -> t.replaceFirst(USUAL, cipher));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2009/xmlenc11#aes128-gcm",
        "http://www.w3.org/2009/xmlenc11#aes192-gcm",
        "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
        "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
        "http://www.w3.org/2001/04/xmlenc#tripledes-cbc"
      })
  void ofAMessage_isRefused(String cipher) throws IOException {
    attack.assertRefused(
        substituted(attack.message(Attack.plain(), Attack.FULL), cipher),
        Rule.TRANSPORT_UNDECRYPTABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2009/xmlenc11#aes128-gcm",
        "http://www.w3.org/2009/xmlenc11#aes192-gcm",
        "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
        "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
        "http://www.w3.org/2001/04/xmlenc#tripledes-cbc"
      })
  void ofContent_isRefused(String cipher) throws IOException {
    attack.assertRefused(
        substituted(attack.message(Attack.encrypted(), OrderSecurity.NONE), cipher),
        Rule.CONTENT_UNDECRYPTABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mgf1sha512", "mgf1sha1"})
  void otherMask_isRefused(String mask) throws IOException {
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.FULL), t -> t.replace("mgf1sha256", mask)),
        Rule.TRANSPORT_UNDECRYPTABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://www.w3.org/2001/04/xmlenc#rsa-1_5"})
  void otherWrapping_isRefused(String wrapping) throws IOException {
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.FULL),
            t ->
                t.replace("http://www.w3.org/2009/xmlenc11#rsa-oaep", wrapping)
                    .replaceFirst("<xenc11:MGF.*?</xenc11:MGF>", "")
                    .replaceFirst("<ds:DigestMethod.*?</ds:DigestMethod>", "")),
        Rule.TRANSPORT_UNDECRYPTABLE);
  }
}
