package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.wire.RefusedMessageException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A value of the order is changed after signing. */
class RefusedChangedHeaderTest {

  private final Attack attack = new Attack();

  @Test
  void changedSubject_isRefusedAs9601() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED), t -> t.replace("Betreff", "Betrug!"));

    OsciException refusal = attack.refusal(message);

    assertThat(refusal.rule()).isEqualTo(Rule.ORDER_DIGEST);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.SIGNATURE_INVALID);
  }

  @Test
  void refusal_tellsWhomToAnswer() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED), t -> t.replace("Betreff", "Betrug!"));

    RefusedMessageException refusal = (RefusedMessageException) attack.refusal(message);

    assertThat(refusal.head().type()).isEqualTo(MessageType.STORE_DELIVERY);
    assertThat(refusal.head().control().challenge()).isEqualTo("Y2g=");
    assertThat(refusal.head().certificates().originatorCipher())
        .contains(Parties.ORIGINATOR_CIPHER.certificate());
  }
}
