package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Something in the body is changed after signing. */
class RefusedChangedBodyTest {

  private final Attack attack = new Attack();

  @Test
  void changedCipherText_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.encrypted(), Attack.SIGNED),
            t -> {
              int at = t.lastIndexOf("</xenc:CipherValue>") - 100;
              char other = t.charAt(at) == (char) 65 ? (char) 66 : (char) 65;
              return t.substring(0, at) + other + t.substring(at + 1);
            });

    attack.assertRefused(message, Rule.ORDER_DIGEST);
  }

  @Test
  void otherWhiteSpaceInTheBody_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replace("<osci:ContentPackage>", "<osci:ContentPackage>\n"));

    attack.assertRefused(message, Rule.ORDER_DIGEST);
  }
}
