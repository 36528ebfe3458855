package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A signing time that nobody signed is put into an honest signature; that needs no key. */
class RefusedUnsignedPropertiesTest {

  private static final String FORGED =
      "<ds:Object><xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\">"
          + "<xades:SignedProperties Id=\"forged\"><xades:SignedSignatureProperties>"
          + "<xades:SigningTime>1999-01-01T00:00:00Z</xades:SigningTime>"
          + "</xades:SignedSignatureProperties></xades:SignedProperties>"
          + "</xades:QualifyingProperties></ds:Object>";

  private final Attack attack = new Attack();

  private byte[] forged(OrderSecurity security) {
    return Attack.edit(
        attack.message(Attack.plain(), security),
        t ->
            t.replaceFirst(
                "</ds:KeyInfo></ds:Signature>", "</ds:KeyInfo>" + FORGED + "</ds:Signature>"));
  }

  @Test
  void signingTimeBesideAContentSignature_isRefused() throws IOException {
    attack.assertRefused(forged(OrderSecurity.NONE), Rule.CONTENT_INCOMPLETE);
  }

  @Test
  void signingTimeBesideAnOrderSignature_isRefused() throws IOException {
    OsciException refusal = attack.refusal(forged(Attack.SIGNED));

    assertThat(refusal.rule()).isEqualTo(Rule.ORDER_INCOMPLETE);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.SIGNATURE_INCOMPLETE);
  }
}
