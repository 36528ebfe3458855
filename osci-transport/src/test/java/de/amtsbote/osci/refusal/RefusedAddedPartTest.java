package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A MIME part is added on the way. */
class RefusedAddedPartTest {

  private final Attack attack = new Attack();

  private static String withPart(String text) {
    int end = text.lastIndexOf("\r\n--MIME_boundary");
    String boundary = text.substring(end, text.lastIndexOf("--\r\n"));
    return text.substring(0, end)
        + boundary
        + "\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: 8-bit"
        + "\r\nContent-ID: <more.bin>\r\n\r\nmore"
        + text.substring(end);
  }

  @Test
  void inASignedOrder_itIsRefusedAs9602() throws IOException {
    byte[] message =
        Attack.edit(attack.message(Attack.plain(), Attack.SIGNED), RefusedAddedPartTest::withPart);

    OsciException refusal = attack.refusal(message);

    assertThat(refusal.rule()).isEqualTo(Rule.ORDER_INCOMPLETE);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.SIGNATURE_INCOMPLETE);
  }

  @Test
  void inAnUnsignedOrder_itIsRefusedByTheReader() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE), RefusedAddedPartTest::withPart);

    attack.assertRefused(message, Rule.PART_UNREFERENCED);
  }

  @Test
  void inAnOrderThatCarriesNothing_itIsRefused() throws IOException {
    OutgoingMessage fetch =
        Samples.all().stream()
            .filter(m -> m.type() == MessageType.FETCH_DELIVERY)
            .findFirst()
            .orElseThrow();
    byte[] message =
        Attack.edit(attack.message(fetch, OrderSecurity.NONE), RefusedAddedPartTest::withPart);

    attack.assertRefused(message, Rule.PART_UNREFERENCED);
  }

  @Test
  void asASecondPartOfTheSameName_itIsRefused() throws IOException {
    attack.assertRefused(
        t -> withPart(t).replace("<more.bin>", "<a.bin>"), Rule.MIME_DUPLICATE_PART);
  }
}
