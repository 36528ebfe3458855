package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.Expectations;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A message that is not encrypted though it must be. */
class RefusedPlainTransportTest {

  private final Attack attack = new Attack();

  @Test
  void itIsRefused() throws IOException {
    attack
        .expecting(new Expectations(Set.of(), true, false))
        .assertRefused(attack.message(Attack.plain(), Attack.SIGNED), Rule.TRANSPORT_NOT_ENCRYPTED);
  }
}
