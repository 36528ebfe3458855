package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag of which only the first octets are there: what is left of it can be guessed. */
class RefusedShortenedTagTest {

  private final Attack attack = new Attack();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 8, 12, 15, 16})
  void ofAMessage_isRefused(int missing) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.FULL),
            t -> {
              int end = t.lastIndexOf("\r\n--MIME_boundary");
              return t.substring(0, end - missing) + t.substring(end);
            });

    attack.assertRefused(message, Rule.TRANSPORT_UNDECRYPTABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 8, 12, 15, 16})
  void ofAnAttachment_isRefused(int missing) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.encrypted(), OrderSecurity.NONE),
            t -> {
              int end = t.lastIndexOf("\r\n--MIME_boundary");
              return t.substring(0, end - missing) + t.substring(end);
            });

    attack.assertRefused(message, Rule.CONTENT_UNDECRYPTABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 8, 12, 15, 16})
  void ofAContainer_isRefused(int missing) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.encrypted(), OrderSecurity.NONE),
            t -> {
              int end = t.lastIndexOf("</xenc:CipherValue>");
              int start = t.lastIndexOf(">", end) + 1;
              byte[] octets = Base64.getMimeDecoder().decode(t.substring(start, end));
              byte[] cut = Arrays.copyOf(octets, octets.length - missing);
              return t.substring(0, start)
                  + Base64.getEncoder().encodeToString(cut)
                  + t.substring(end);
            });

    attack.assertRefused(message, Rule.CONTENT_UNDECRYPTABLE);
  }
}
