package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A header block is added on the way. */
class RefusedAddedHeaderTest {

  private final Attack attack = new Attack();

  private static final String BLOCK =
      "<x:Extra xmlns:x=\"urn:example:extra\" Id=\"extra\">1</x:Extra></soap:Header>";

  @Test
  void inASignedOrder_itIsRefusedAs9602() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED), t -> t.replace("</soap:Header>", BLOCK));

    attack.assertRefused(message, Rule.ORDER_INCOMPLETE);
  }

  @Test
  void withoutAnId_itIsRefused() throws IOException {
    attack.assertRefused(
        t -> t.replace("</soap:Header>", BLOCK.replace(" Id=\"extra\"", "")), Rule.STRUCTURE);
  }
}
