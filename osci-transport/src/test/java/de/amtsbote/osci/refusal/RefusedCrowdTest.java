package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** More certificates than anybody could check. */
class RefusedCrowdTest {

  private final Attack attack = new Attack();

  private static String readers(String text, int count) {
    int start = text.indexOf("<osci:CipherCertificateOtherReader");
    int end =
        text.indexOf("</osci:CipherCertificateOtherReader>")
            + "</osci:CipherCertificateOtherReader>".length();
    String reader = text.substring(start, end);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(reader.replaceFirst("Id=\"[^\"]*\"", "Id=\"reader" + i + "\""));
    }
    return text.substring(0, end) + all + text.substring(end);
  }

  @Test
  void thousandReaders_areTooMany() throws IOException {
    attack.assertRefused(t -> readers(t, 1000), Rule.XML_LIMIT);
  }

  @Test
  void hundredReaders_areNot() throws IOException {
    attack.assertAccepted(
        Attack.edit(attack.message(Attack.plain(), OrderSecurity.NONE), t -> readers(t, 100)));
  }
}
