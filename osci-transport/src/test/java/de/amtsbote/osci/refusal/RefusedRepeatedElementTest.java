package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of two may be the one that was meant, and another reader takes the other. */
class RefusedRepeatedElementTest {

  private final Attack attack = new Attack();

  private static byte[] twice(byte[] message, String name) {
    return Attack.edit(
        message, t -> t.replaceFirst("(?s)<" + name + "(?=[ >]).*?</" + name + ">", "$0$0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ds:SignedInfo",
        "ds:CanonicalizationMethod",
        "ds:SignatureMethod",
        "ds:Transforms",
        "ds:DigestMethod",
        "ds:DigestValue",
        "ds:SignatureValue",
        "ds:KeyInfo"
      })
  void elementOfASignatureTwice_isRefused(String name) throws IOException {
    attack.assertRefused(
        twice(attack.message(Attack.plain(), Attack.SIGNED), name), Rule.STRUCTURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xenc:EncryptionMethod",
        "osci128:IvLength",
        "xenc11:MGF",
        "ds:DigestMethod",
        "ds:X509Data",
        "xenc:CipherValue",
        "xenc:CipherData",
        "xenc:CipherReference"
      })
  void elementOfEncryptionTwice_isRefused(String name) throws IOException {
    attack.assertRefused(twice(attack.message(Attack.plain(), Attack.FULL), name), Rule.STRUCTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ds:RetrievalMethod", "xenc:CipherData"})
  void elementOfEncryptedContentTwice_isRefused(String name) throws IOException {
    attack.assertRefused(
        twice(attack.message(Attack.encrypted(), OrderSecurity.NONE), name), Rule.STRUCTURE);
  }
}
