package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.testing.Parties;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A message that was encrypted for somebody else. */
class RefusedWrongTransportKeyTest {

  private final Attack attack = new Attack();

  @Test
  void itIsRefusedAs9200() throws IOException {
    OsciException refusal =
        attack
            .transportKey(Parties.STRANGER_CIPHER)
            .refusal(attack.message(Attack.plain(), Attack.FULL));

    assertThat(refusal.rule()).isEqualTo(Rule.TRANSPORT_NO_KEY);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.NO_PRIVATE_KEY);
  }
}
