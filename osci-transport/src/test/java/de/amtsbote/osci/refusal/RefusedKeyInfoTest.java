package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.security.Certificates;
import de.amtsbote.osci.testing.Parties;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A signature that brings its own certificate, or names none. */
class RefusedKeyInfoTest {

  private final Attack attack = new Attack();

  private void assertRefused(String keyInfo, Rule rule) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replaceFirst("<ds:KeyInfo>.*?</ds:KeyInfo>", keyInfo));

    attack.assertRefused(message, rule);
  }

  @Test
  void certificateInTheSignatureItself_isNotLookedAt() throws IOException {
    assertRefused(
        "<ds:KeyInfo>"
            + Certificates.write(Parties.STRANGER_SIGNATURE.certificate())
            + "</ds:KeyInfo>",
        Rule.ORDER_SIGNER);
  }

  @Test
  void noKeyInfo_isRefused() throws IOException {
    assertRefused("", Rule.ORDER_SIGNER);
  }

  @Test
  void certificateElsewhere_isRefused() throws IOException {
    assertRefused(
        "<ds:KeyInfo><ds:RetrievalMethod URI=\"http://localhost/c\"></ds:RetrievalMethod></ds:KeyInfo>",
        Rule.ORDER_SIGNER);
  }

  @Test
  void twoCertificates_areRefused() throws IOException {
    String one = "<ds:RetrievalMethod URI=\"#a\"></ds:RetrievalMethod>";
    assertRefused("<ds:KeyInfo>" + one + one + "</ds:KeyInfo>", Rule.STRUCTURE);
  }
}
