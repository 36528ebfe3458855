package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes that other standards take for an id name nothing here. */
class RefusedOtherIdTest {

  private static final String UTILITY =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  private final Attack attack = new Attack();

  private static String attribute(String form, String id) {
    return " " + form.replace("U", UTILITY).replace("%", id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID=\"%\"", "id=\"%\"", "xml:id=\"%\"", "xmlns:u=\"U\" u:Id=\"%\""})
  void signedBodyUnderAnotherAttribute_isNotFound(String form) throws IOException {
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replaceFirst(" Id=\"body\"", attribute(form, "body"))),
        Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID=\"%\"", "id=\"%\"", "xml:id=\"%\"", "xmlns:u=\"U\" u:Id=\"%\""})
  void addedBlockUnderTheNameOfASignedOne_isRefused(String form) throws IOException {
    String block = "<w:b xmlns:w=\"urn:w\" Id=\"w\"" + attribute(form, "storedelivery") + "></w:b>";

    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replace("</soap:Header>", block + "</soap:Header>")),
        Rule.ORDER_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID=\"%\"", "id=\"%\"", "xml:id=\"%\"", "xmlns:u=\"U\" u:Id=\"%\""})
  void addedContentUnderTheNameOfASignedOne_isRefused(String form) throws IOException {
    String content =
        "<osci:Content><osci:Base64Content Id=\"w\""
            + attribute(form, "content0")
            + ">QQ==</osci:Base64Content></osci:Content>";

    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t -> t.replace("</osci:ContentContainer>", content + "</osci:ContentContainer>")),
        Rule.CONTENT_INCOMPLETE);
  }
}
