package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Texts of a message that would write lines of a log, or lead a terminal. */
class HostileTextTest {

  private static final String HOSTILE = "\u009b31m\u202e\u2028\u0085x";

  private final Attack attack = new Attack();

  @Test
  void nameOfAReference_isOneShortLineOfALog() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t ->
                t.replaceFirst(
                    "<ds:Reference URI=\"#body\"",
                    "<ds:Reference URI=\"#b&#10;2026-11-23 ERROR " + "x".repeat(9000)));

    assertThat(attack.refusal(message).getMessage()).hasSizeLessThan(400).doesNotContain("\n");
  }

  @Test
  void errorOfOneLine_staysAsItIs() {
    assertThat(new OsciError(Rule.ORDER_DIGEST, "cid:Größe (2).pdf").where())
        .isEqualTo("cid:Größe (2).pdf");
  }

  @Test
  void reportForPeople_hasNoControls() throws IOException {
    assertThat(Inspected.report(hostile(), Inspected.OPTIONS).toText())
        .doesNotContain("\u009b", "\u202e", "\u2028", "\u0085")
        .contains("subject: Antrag?31m???x");
  }

  @Test
  void reportForProgrammes_hasThemAsReferences() throws IOException {
    assertThat(Inspected.report(hostile(), Inspected.OPTIONS).toJson())
        .contains("Antrag\\u009b31m\\u202e\\u2028\\u0085x");
    assertThat(Inspected.json(hostile(), Inspected.OPTIONS))
        .containsEntry("subject", "Antrag" + HOSTILE);
  }

  private byte[] hostile() {
    byte[] octets = attack.message(Samples.store(ContentPackage.EMPTY), OrderSecurity.NONE);
    return new String(octets, StandardCharsets.UTF_8)
        .replace("Betreff &lt;1&gt;", "Antrag" + HOSTILE)
        .getBytes(StandardCharsets.UTF_8);
  }
}
