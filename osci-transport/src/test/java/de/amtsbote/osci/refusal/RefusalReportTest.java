package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Of a refused message the report describes the layer that failed. */
class RefusalReportTest {

  private static final InspectOptions KEYS =
      Inspected.OPTIONS.keys(List.of(Parties.INTERMEDIARY_CIPHER, Parties.ADDRESSEE_CIPHER));

  private final Attack attack = new Attack();

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object node, Object... path) {
    for (var step : path) {
      node =
          step instanceof Integer i ? ((List<Object>) node).get(i) : ((Map<?, ?>) node).get(step);
    }
    return (Map<String, Object>) node;
  }

  private static byte[] cut(byte[] message) {
    message[message.length - 200] ^= 1;
    return message;
  }

  private static ContentContainer signed(String id, String data) {
    return ContentContainer.builder(id)
        .data(data, Samples.PAYLOAD)
        .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE))
        .build();
  }

  private static void assertTransportIsDescribed(Map<String, Object> tree) {
    assertThat(object(tree, "transportEncryption"))
        .containsEntry("cipher", CipherAlgorithm.AES256_GCM.uri())
        .containsEntry("ivLength", 12)
        .containsEntry("keyWrap", KeyTransport.Method.RSA_OAEP.uri())
        .containsEntry("oaepDigestAndMgf", "SHA-256");
    assertThat(object(tree, "transportEncryption", "readers", 0))
        .containsEntry(
            "sha256", RoleCertificate.fingerprint(Parties.INTERMEDIARY_CIPHER.certificate()));
  }

  @Test
  void messageThatDoesNotDecrypt_tellsHowItWasEncryptedAndForWhom() throws IOException {
    var tree = Inspected.json(cut(attack.message(Attack.plain(), Attack.FULL)), KEYS);

    assertThat(tree).containsEntry("rejectLayer", "transport-decryption");
    assertTransportIsDescribed(tree);
  }

  @Test
  void messageForSomebodyElse_tellsHowItWasEncryptedAndForWhom() throws IOException {
    var tree = Inspected.json(attack.message(Attack.plain(), Attack.FULL), Inspected.OPTIONS);

    assertTransportIsDescribed(tree);
    assertThat(tree).containsKey("neededKeys");
  }

  @Test
  void brokenOrderInsideOfEncryption_tellsItsType() throws IOException {
    var inner =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t -> t.replace("<osci:ContentPackage>", "<osci:ContentPackage>text"));

    var tree = Inspected.json(Sealed.forIntermediary(inner), KEYS);

    assertThat(tree)
        .containsEntry("rejectLayer", "structure")
        .containsEntry("messageType", "storeDelivery");
    assertTransportIsDescribed(tree);
  }

  @Test
  void wrongOrderSignature_tellsMethodSignerAndReferences() throws IOException {
    var changed =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED), t -> t.replace("Betreff", "Geaendert"));

    var signature = object(Inspected.json(changed, KEYS), "orderSignature");

    assertThat(signature)
        .containsEntry("element", "ClientSignature")
        .containsEntry("valid", false)
        .containsEntry("signatureMethod", SignatureAlgorithm.RSA_SHA256.uri())
        .containsEntry("digestMethod", DigestAlgorithm.SHA256.uri());
    assertThat(signature.get("signerCertificateId")).asString().startsWith("originator_signature_");
    assertThat(signature.get("references"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("#storedelivery", "cid:a.bin");
  }

  @Test
  void orderSignatureThatWasNotReached_isNotCalledWrong() throws IOException {
    var broken =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replace("<osci:ContentPackage>", "<osci:ContentPackage>text"));

    assertThat(object(Inspected.json(broken, KEYS), "orderSignature"))
        .containsEntry("valid", null)
        .containsEntry("element", "ClientSignature");
  }

  @Test
  void brokenHeader_leavesTheTypeThatTheSchemaNames() throws IOException {
    var broken =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t -> t.replaceFirst("(?s)<osci:ControlBlock .*?</osci:ControlBlock>", ""));

    assertThat(Inspected.json(broken, KEYS)).containsEntry("messageType", "storeDelivery");
  }

  @Test
  void wrongContentSignature_isToldFromTheRightOneBefore() throws IOException {
    var changed = Base64.getEncoder().encodeToString(Samples.PAYLOAD);
    var message =
        Attack.edit(
            attack.message(
                new ContentPackage.Composed(
                    List.of(), List.of(signed("first", "a"), signed("second", "b"))),
                OrderSecurity.NONE),
            t ->
                t.substring(0, t.lastIndexOf(changed))
                    + Base64.getEncoder().encodeToString(new byte[Samples.PAYLOAD.length])
                    + t.substring(t.lastIndexOf(changed) + changed.length()));

    var tree = Inspected.json(message, KEYS);

    assertThat(tree).containsEntry("rejectLayer", "content-signature");
    assertThat(object(tree, "containers", 0)).containsEntry("refId", "first");
    assertThat(object(tree, "containers", 0, "signatures", 0)).containsEntry("valid", true);
    assertThat(object(tree, "containers", 1, "signatures", 0))
        .containsEntry("valid", false)
        .containsEntry("role", "originator")
        .containsEntry("signatureMethod", SignatureAlgorithm.RSA_SHA256.uri());
  }

  @Test
  void contentThatDoesNotDecrypt_tellsHowItWasEncryptedAndForWhom() throws IOException {
    var message =
        Attack.edit(
            attack.message(
                ContentPackage.of(Samples.encrypted(signed("c", "d"))), OrderSecurity.NONE),
            t -> {
              int end = t.lastIndexOf("</xenc:CipherValue>") - 40;
              char other = t.charAt(end) == 'A' ? 'B' : 'A';
              return t.substring(0, end) + other + t.substring(end + 1);
            });

    var tree = Inspected.json(message, KEYS);

    assertThat(tree).containsEntry("rejectLayer", "content-decryption");
    assertThat(object(tree, "containers", 0, "encryption"))
        .containsEntry("encryptedDataId", "encrypted0")
        .containsEntry("cipher", CipherAlgorithm.AES256_GCM.uri())
        .containsEntry("keyWrap", KeyTransport.Method.RSA_OAEP.uri());
    assertThat(object(tree, "containers", 0, "encryption", "readers", 0))
        .containsEntry("role", "addressee");
  }

  @Test
  void messageUnderCbc_tellsNothingThatOnlyDecryptionShows() throws IOException {
    var cbc =
        new Written(
            DigestAlgorithm.SHA256,
            SignatureAlgorithm.RSA_SHA256,
            CipherAlgorithm.AES256_CBC,
            12,
            KeyTransport.OAEP_SHA256);
    attack.writing(AlgorithmPolicy.standard().writing(cbc));

    var tree = Inspected.json(cut(attack.message(Attack.plain(), Attack.FULL)), KEYS);

    assertThat(tree)
        .containsEntry("rejectLayer", "transport-decryption")
        .containsEntry("messageType", null)
        .containsEntry("orderSignature", null);
    assertThat(object(tree, "transportEncryption"))
        .containsEntry("cipher", CipherAlgorithm.AES256_CBC.uri());
  }
}
