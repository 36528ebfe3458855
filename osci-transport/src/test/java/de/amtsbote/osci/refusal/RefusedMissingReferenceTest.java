package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import java.io.IOException;
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

  @Test
  void referenceTakenOutWithoutSigningAgain_isRefusedAs9601() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replaceFirst("(?s)<ds:Reference URI=\"cid:a.bin\">.*?</ds:Reference>\n", ""));

    attack.assertRefused(message, Rule.ORDER_SIGNATURE_VALUE);
  }
}
