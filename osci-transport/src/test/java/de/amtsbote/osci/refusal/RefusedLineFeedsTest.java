package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A message that somebody converted to other line ends on its way. */
class RefusedLineFeedsTest {

  private final Attack attack = new Attack();

  private final byte[] message = attack.message(Attack.plain(), OrderSecurity.NONE);

  @Test
  void lineFeedsInsteadOfBothCharacters_areRefusedAsMime() throws IOException {
    attack.assertRefused(Attack.edit(message, t -> t.replace("\r\n", "\n")), Rule.MIME_MALFORMED);
  }

  @Test
  void endlessPreamble_isRefused() throws IOException {
    byte[] bomb =
        Attack.edit(
            message, t -> t.replaceFirst("\r\n\r\n--", "\r\n\r\n" + "x".repeat(40_000) + "\r\n--"));

    attack.assertRefused(bomb, Rule.MIME_MALFORMED);
  }

  @Test
  void boundaryThatNeverComes_isRefused() throws IOException {
    attack.assertRefused(
        Attack.edit(message, t -> t.replaceFirst("boundary=", "boundary=another")),
        Rule.MIME_TRUNCATED);
  }
}
