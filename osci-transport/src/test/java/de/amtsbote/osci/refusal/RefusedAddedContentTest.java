package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Something is put into a signed container. */
class RefusedAddedContentTest {

  private final Attack attack = new Attack();

  @Test
  void addedData_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t ->
                t.replace(
                    "</osci:ContentContainer>",
                    "<osci:Content><osci:Base64Content Id=\"x\">QQ==</osci:Base64Content>"
                        + "</osci:Content></osci:ContentContainer>"));

    attack.assertRefused(message, Rule.CONTENT_INCOMPLETE);
  }

  @Test
  void addedDataWithoutId_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t ->
                t.replace(
                    "</osci:ContentContainer>",
                    "<osci:Content><osci:Base64Content>QQ==</osci:Base64Content>"
                        + "</osci:Content></osci:ContentContainer>"));

    attack.assertRefused(message, Rule.CONTENT_INCOMPLETE);
  }

  @Test
  void removedData_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t ->
                t.replaceFirst(
                    "<osci:Content><osci:Base64Content Id=\"content1\">.*?</osci:Content>", ""));

    attack.assertRefused(message, Rule.CONTENT_UNKNOWN_REFERENCE);
  }
}
