package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An Id occurs twice. */
class RefusedDuplicateIdTest {

  private final Attack attack = new Attack();

  @Test
  void inTheHeader_itIsRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t -> t.replace("Id=\"featuredescription\"", "Id=\"controlblock\""));

    attack.assertRefused(message, Rule.DUPLICATE_ID);
  }

  @Test
  void inTheContent_itIsRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t -> t.replace("Id=\"content1\"", "Id=\"content0\""));

    attack.assertRefused(message, Rule.DUPLICATE_ID);
  }
}
