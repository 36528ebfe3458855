package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A message that ends too early, anywhere. */
class RefusedTruncationTest {

  private final Attack attack = new Attack();

  @Test
  void plainMessageCutAnywhere_isRefused() throws IOException {
    assertEachPrefixIsRefused(attack.message(Attack.plain(), OrderSecurity.NONE));
  }

  @Test
  void encryptedMessageCutAnywhere_isRefused() throws IOException {
    assertEachPrefixIsRefused(attack.message(Attack.encrypted(), Attack.FULL));
  }

  private void assertEachPrefixIsRefused(byte[] message) throws IOException {
    int lastByteThatMatters = message.length - "\r\n".length();
    for (int length = 0; length < lastByteThatMatters; length += 211) {
      assertThat(attack.refusal(Arrays.copyOf(message, length)))
          .as("message cut after %d octets", length)
          .isNotNull();
    }
  }
}
