package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A MIME part is taken away. */
class RefusedRemovedPartTest {

  private final Attack attack = new Attack();

  private static String withoutPart(String text) {
    int id = text.indexOf("Content-ID: <a.bin>");
    int start = text.lastIndexOf("\r\n--MIME_boundary", id);
    int end = text.indexOf("\r\n--MIME_boundary", id);
    return text.substring(0, start) + text.substring(end);
  }

  @Test
  void fromASignedOrder_itIsMissed() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED), RefusedRemovedPartTest::withoutPart);

    attack.assertRefused(message, Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void fromAnUnsignedOrder_itIsMissedByTheReader() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            RefusedRemovedPartTest::withoutPart);

    attack.assertRefused(message, Rule.PART_MISSING);
  }
}
