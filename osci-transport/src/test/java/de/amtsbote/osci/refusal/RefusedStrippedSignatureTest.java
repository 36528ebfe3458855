package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.wire.Expectations;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The signature is taken off. */
class RefusedStrippedSignatureTest {

  private final Attack attack = new Attack();

  private static String stripped(String text) {
    return text.replaceFirst("(?s)<osci:ClientSignature .*?</osci:ClientSignature>", "");
  }

  @Test
  void orderSignature_isMissedWhereDemanded() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED), RefusedStrippedSignatureTest::stripped);

    OsciException refusal =
        attack.expecting(new Expectations(Set.of(), false, true)).refusal(message);

    assertThat(refusal.rule()).isEqualTo(Rule.ORDER_UNSIGNED);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.SIGNATURE_MISSING);
  }

  @Test
  void contentSignatureFromASignedOrder_isMissedByTheOrderSignature() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> {
              int start = t.lastIndexOf("<ds:Signature>");
              int end = t.lastIndexOf("</ds:Signature>") + "</ds:Signature>".length();
              return t.substring(0, start) + t.substring(end);
            });

    attack.assertRefused(message, Rule.ORDER_DIGEST);
  }

  @Test
  void secondOrderSignature_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> {
              int start = t.indexOf("<osci:ClientSignature ");
              int end = t.indexOf("</osci:ClientSignature>") + "</osci:ClientSignature>".length();
              String second = t.substring(start, end).replace("clientsignature", "another");
              return t.substring(0, end) + second + t.substring(end);
            });

    attack.assertRefused(message, Rule.STRUCTURE);
  }
}
