package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Signed elements are moved aside and others put in their place. */
class RefusedSignatureWrappingTest {

  private final Attack attack = new Attack();

  private static final String WRAPPER = "<w:Wrapper xmlns:w=\"urn:example:wrapper\" Id=\"w\">";

  @Test
  void signedBodyInAHeaderBlockBesideAnotherBody_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> {
              int start = t.indexOf("<soap:Body");
              int end = t.indexOf("</soap:Body>") + "</soap:Body>".length();
              String signed = t.substring(start, end);
              String other =
                  signed
                      .replace("Id=\"body\"", "Id=\"other\"")
                      .replaceAll("Id=\"(container|content)", "Id=\"other$1");
              return t.substring(0, start)
                      .replace("</soap:Header>", WRAPPER + signed + "</w:Wrapper></soap:Header>")
                  + other
                  + t.substring(end);
            });

    attack.assertRefused(message, Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void signedOrderBlockInAWrapperBesideAnother_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> {
              int start = t.indexOf("<osci:storeDelivery");
              int end = t.indexOf("</osci:storeDelivery>") + "</osci:storeDelivery>".length();
              String signed = t.substring(start, end);
              String other =
                  signed.replace("Id=\"storedelivery\"", "Id=\"other\"").replace("Betreff", "X");
              return t.substring(0, start)
                  + other
                  + t.substring(end)
                      .replace("</soap:Header>", WRAPPER + signed + "</w:Wrapper></soap:Header>");
            });

    attack.assertRefused(message, Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void signedDataInANestedContainerBesideOthers_isRefused() throws IOException {
    attack.assertRefused(
        t -> {
          int start = t.indexOf("<osci:Content><osci:Base64Content Id=\"content1\"");
          int end = t.indexOf("</osci:Content>", start) + "</osci:Content>".length();
          String signed = t.substring(start, end);
          String other =
              "<osci:Content><osci:Base64Content"
                  + " Id=\"o\">QQ==</osci:Base64Content></osci:Content>";
          String wrapped =
              "<osci:Content Id=\"p\"><osci:ContentContainer Id=\"q\">"
                  + signed
                  + "</osci:ContentContainer></osci:Content>";
          return t.substring(0, start) + other + wrapped + t.substring(end);
        },
        Rule.CONTENT_UNKNOWN_REFERENCE);
  }
}
