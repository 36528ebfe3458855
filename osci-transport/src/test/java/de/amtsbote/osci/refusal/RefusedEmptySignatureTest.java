package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A signature that is right and signs nothing. */
class RefusedEmptySignatureTest {

  private static final String REFERENCES = "(?s)<ds:Reference .*?(?=</ds:SignedInfo>)";

  private final Attack attack = new Attack();

  @Test
  void orderSignatureWithoutReferences_isRefusedAs9602() throws IOException {
    byte[] message =
        Attack.resign(
            Attack.edit(
                attack.message(Attack.plain(), Attack.SIGNED),
                t -> t.replaceFirst(REFERENCES, "")));

    attack.assertRefused(message, Rule.ORDER_INCOMPLETE);
    Verdict.assertRejected(message, "order-signature", "9602");
  }

  @Test
  void contentSignatureWithoutReferences_isRefused() throws IOException {
    byte[] honest = attack.message(Attack.plain(), OrderSecurity.NONE);
    byte[] message = Attack.edit(honest, t -> t.replaceFirst(REFERENCES, ""));

    attack.assertRefused(message, Rule.CONTENT_SIGNATURE_VALUE);
    assertThat(attack.refusal(Attack.resign(message)).rule()).isEqualTo(Rule.CONTENT_INCOMPLETE);
  }

  @Test
  void signedInfoWithoutAnything_isRefused() throws IOException {
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replaceFirst("(?s)<ds:SignedInfo>.*?</ds:SignedInfo>", "<ds:SignedInfo/>")),
        Rule.STRUCTURE);
  }
}
