package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MIME that wants more than a message needs. */
class RefusedMimeBombTest {

  private final Attack attack = new Attack();

  private final byte[] message = attack.message(Attack.plain(), OrderSecurity.NONE);

  @Test
  void tooManyParts_areRefused() throws IOException {
    attack
        .limits(new ReadLimits(1 << 20, 1 << 20, 2, 1 << 20, 1 << 20, 64, 64, 8))
        .assertRefused(message, Rule.MIME_LIMIT);
  }

  @Test
  void tooLargePart_isRefused() throws IOException {
    attack
        .limits(new ReadLimits(1 << 20, 200, 10, 1 << 20, 1 << 20, 64, 64, 8))
        .assertRefused(message, Rule.MIME_LIMIT);
  }

  @Test
  void tooLargeMessage_isRefused() throws IOException {
    attack
        .limits(new ReadLimits(10_000, 1 << 20, 10, 1 << 20, 1 << 20, 64, 64, 8))
        .assertRefused(message, Rule.SIZE_LIMIT);
  }

  @Test
  void longHeaderLine_isRefused() throws IOException {
    byte[] bomb =
        Attack.edit(message, t -> t.replaceFirst("MIME-Version: 1.0", "X: " + "x".repeat(200_000)));

    attack.assertRefused(bomb, Rule.MIME_LIMIT);
  }

  @Test
  void manyHeaderLines_areRefused() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines.append("X-").append(i).append(": y\r\n");
    }
    byte[] bomb = Attack.edit(message, t -> lines + t);

    attack.assertRefused(bomb, Rule.MIME_LIMIT);
  }

  @Test
  void foldedHeaderOfManyParameters_isRefusedAtOnce() throws IOException {
    String folded = (";".repeat(7000) + "\r\n ").repeat(40);
    byte[] bomb = Attack.edit(message, t -> t.replaceFirst("; type", folded + "; type"));

    attack.assertRefused(bomb, Rule.MIME_LIMIT);
  }

  @Test
  void twoBoundaries_areRefused() throws IOException {
    byte[] broken = Attack.edit(message, t -> t.replaceFirst("; type", "; Boundary=x; type"));

    attack.assertRefused(broken, Rule.MIME_MALFORMED);
  }

  @Test
  void codedPartThatIsNotBase64_isRefused() throws IOException {
    byte[] broken =
        Attack.edit(
            message,
            t ->
                t.replace("Content-Transfer-Encoding: 8-bit", "Content-Transfer-Encoding: base64"));

    attack.assertRefused(broken, Rule.MIME_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Transfer-Encoding: 8bit\r\n",
        "Content-Type: text/xml; charset=UTF-8\r\n"
            + "Content-Transfer-Encoding: 8bit\r\n"
            + "Content-ID: <osci@message>\r\n",
        "boundary="
      })
  void missingHeader_isRefused(String header) throws IOException {
    byte[] broken =
        Attack.edit(
            message,
            t ->
                t.substring(0, t.indexOf("<?xml")).replaceFirst(Pattern.quote(header), "")
                    + t.substring(t.indexOf("<?xml")));

    attack.assertRefused(broken, Rule.MIME_MALFORMED);
  }

  @Test
  void otherCharacterSet_isRefused() throws IOException {
    byte[] broken = Attack.edit(message, t -> t.replaceFirst("charset=UTF-8", "charset=UTF-16"));

    attack.assertRefused(broken, Rule.MIME_MALFORMED);
  }

  @Test
  void somethingBehindTheEnd_isRefused() throws IOException {
    attack.assertRefused(Attack.edit(message, t -> t + "more"), Rule.MIME_MALFORMED);
  }
}
