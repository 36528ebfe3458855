package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature is right but leaves something out. */
class RefusedMissingReferenceTest {

  private final Attack attack = new Attack();

  private static byte[] without(String uri, byte[] message) {
    return Attack.resign(
        Attack.edit(
            message,
            t -> t.replaceFirst("(?s)<ds:Reference URI=\"" + uri + "\">.*?</ds:Reference>\n", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#controlblock",
        "#desiredlanguages",
        "#qualityoftimestamp_reception",
        "#storedelivery",
        "#nonintermediarycertificates",
        "#featuredescription",
        "#MetaData",
        "#body",
        "cid:a.bin"
      })
  void eachPartLeftOut_isRefusedAs9602(String uri) throws IOException {
    byte[] message = without(uri, attack.message(Attack.plain(), Attack.SIGNED));

    OsciException refusal = attack.refusal(message);

    assertThat(refusal.rule()).isEqualTo(Rule.ORDER_INCOMPLETE);
    assertThat(refusal.error().where()).isEqualTo(uri);
  }

  /** A signature of an author whose element is called so covers nothing without a name. */
  @Test
  void encryptedContainerWithoutId_isRefusedInASignedOne() throws IOException {
    EncryptedContainer honest =
        new EncryptedContainer(
            "null",
            ContentContainer.builder("inner").data("d", Samples.PAYLOAD).build(),
            List.of(Parties.READER));
    ContentContainer signed =
        ContentContainer.builder("container0")
            .data("content0", Samples.PAYLOAD)
            .encrypted(honest)
            .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE))
            .build();
    byte[] message = attack.message(ContentPackage.of(signed), OrderSecurity.NONE);
    attack.assertAccepted(message);

    byte[] added =
        Attack.edit(
            message,
            t ->
                t.replaceFirst(
                    "(?s)(<xenc:EncryptedData[^>]*?)( Id=\"null\")(.*?</xenc:EncryptedData>)",
                    "$1$3$1$2$3"));

    attack.assertRefused(added, Rule.CONTENT_INCOMPLETE);
  }

  @Test
  void referenceTakenOutWithoutSigningAgain_isRefusedAs9601() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replaceFirst("(?s)<ds:Reference URI=\"cid:a.bin\">.*?</ds:Reference>\n", ""));

    attack.assertRefused(message, Rule.ORDER_SIGNATURE_VALUE);
  }
}
