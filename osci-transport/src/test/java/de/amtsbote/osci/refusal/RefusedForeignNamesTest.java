package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that are called like those of signatures and encryption, but are none. */
class RefusedForeignNamesTest {

  private final Attack attack = new Attack();

  private static String foreign(String text, String prefix, String name) {
    String element = prefix + ":" + name;
    return text.replaceFirst("<" + element + "(?=[ >])", "<w:" + name + " xmlns:w=\"urn:w\"")
        .replaceFirst("</" + element + ">", "</w:" + name + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SignedInfo",
        "CanonicalizationMethod",
        "SignatureMethod",
        "Reference",
        "Transforms",
        "Transform",
        "DigestMethod",
        "DigestValue",
        "SignatureValue",
        "KeyInfo"
      })
  void elementOfASignature_isRefused(String name) throws IOException {
    attack.assertRefused(
        Attack.edit(attack.message(Attack.plain(), Attack.SIGNED), t -> foreign(t, "ds", name)),
        Rule.STRUCTURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EncryptionMethod",
        "EncryptedKey",
        "CipherData",
        "CipherValue",
        "CipherReference",
        "EncryptedData"
      })
  void elementOfEncryption_isRefused(String name) throws IOException {
    attack.assertRefused(
        Attack.edit(attack.message(Attack.plain(), Attack.FULL), t -> foreign(t, "xenc", name)),
        Rule.STRUCTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DigestMethod", "X509Data", "X509Certificate"})
  void elementOfKeyInformation_isRefused(String name) throws IOException {
    attack.assertRefused(
        Attack.edit(attack.message(Attack.plain(), Attack.FULL), t -> foreign(t, "ds", name)),
        Rule.STRUCTURE);
  }
}
