package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Two attachments change places. */
class RefusedSwappedAttachmentsTest {

  private final Attack attack = new Attack();

  private static String swapped(String text) {
    return text.replace("Content-ID: <a.bin>", "Content-ID: <x.bin>")
        .replace("Content-ID: <b.bin>", "Content-ID: <a.bin>")
        .replace("Content-ID: <x.bin>", "Content-ID: <b.bin>");
  }

  @Test
  void inASignedOrder_theyAreRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.encrypted(), Attack.SIGNED),
            RefusedSwappedAttachmentsTest::swapped);

    attack.assertRefused(message, Rule.ORDER_DIGEST);
  }

  @Test
  void encrypted_theyAreRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.encrypted(), OrderSecurity.NONE),
            RefusedSwappedAttachmentsTest::swapped);

    attack.assertRefused(message, Rule.CONTENT_UNDECRYPTABLE);
  }

  @Test
  void inASignedContainer_theyAreRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            RefusedSwappedAttachmentsTest::swapped);

    attack.assertRefused(message, Rule.CONTENT_DIGEST);
  }
}
