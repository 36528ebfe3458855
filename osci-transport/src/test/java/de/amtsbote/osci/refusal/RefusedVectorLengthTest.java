package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The length of the vector is what a sender says, but only as it can be. */
class RefusedVectorLengthTest {

  private static final String LENGTH = "Value=\"12\"";

  private final Attack attack = new Attack();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "1",
        "8",
        "11",
        "13",
        "15",
        "17",
        "32",
        "-12",
        "12.0",
        "1e1",
        "99999999999"
      })
  void anyOther_isRefused(String length) throws IOException {
    String other = "Value=\"" + length + "\"";

    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.FULL), t -> t.replaceFirst(LENGTH, other)),
        Rule.STRUCTURE);
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.encrypted(), OrderSecurity.NONE),
            t -> t.replaceFirst(LENGTH, other)),
        Rule.STRUCTURE);
  }

  @Test
  void theOtherThatCanBe_doesNotDecrypt() throws IOException {
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.FULL),
            t -> t.replaceFirst(LENGTH, "Value=\"16\"")),
        Rule.TRANSPORT_UNDECRYPTABLE);
  }
}
