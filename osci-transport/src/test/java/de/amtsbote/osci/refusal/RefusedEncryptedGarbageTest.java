package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Something is encrypted properly that is no message. */
class RefusedEncryptedGarbageTest {

  private final Attack attack = new Attack();

  @Test
  void brokenXmlInside_isRefusedAs9300() throws IOException {
    byte[] plain = attack.message(Attack.plain(), OrderSecurity.NONE);
    byte[] broken = Attack.edit(plain, t -> t.replace("</osci:ContentPackage>", ""));

    OsciException refusal = attack.refusal(Sealed.forIntermediary(broken));

    assertThat(refusal.rule()).isEqualTo(Rule.XML_MALFORMED);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.NO_VALID_ORDER);
  }

  @Test
  void noMimeInside_isRefusedAs9300() throws IOException {
    OsciException refusal = attack.refusal(Sealed.forIntermediary(new byte[1000]));

    assertThat(refusal.error().feedback()).contains(FeedbackCode.NO_VALID_ORDER);
  }

  @Test
  void encryptedMessageInside_isRefused() throws IOException {
    byte[] once = attack.message(Attack.plain(), Attack.FULL);

    attack.assertRefused(Sealed.forIntermediary(once), Rule.STRUCTURE);
  }
}
