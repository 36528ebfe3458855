package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature that wants its targets changed before they are digested. */
class RefusedTransformTest {

  private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private static final String TRANSFORM =
      "<ds:Transform Algorithm=\"" + C14N + "\"></ds:Transform>";

  private final Attack attack = new Attack();

  private byte[] resigned(String what, String by) {
    byte[] message = attack.message(Attack.plain(), Attack.SIGNED);
    return Attack.resign(Attack.edit(message, t -> t.replaceFirst(what, by)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2001/10/xml-exc-c14n#",
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
        "http://www.w3.org/2006/12/xml-c14n11"
      })
  void anyOtherTransform_isRefused(String algorithm) throws IOException {
    attack.assertRefused(
        resigned(TRANSFORM, "<ds:Transform Algorithm=\"" + algorithm + "\"></ds:Transform>"),
        Rule.ALGORITHM_REFUSED_SIGNATURE);
  }

  @Test
  void twoTransforms_areRefused() throws IOException {
    attack.assertRefused(resigned(TRANSFORM, TRANSFORM + TRANSFORM), Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void base64TransformOfAHeader_isRefused() throws IOException {
    attack.assertRefused(
        resigned(
            TRANSFORM,
            "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#base64\"></ds:Transform>"),
        Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void otherCanonicalization_isRefused() throws IOException {
    attack.assertRefused(
        resigned(
            "<ds:CanonicalizationMethod Algorithm=\"" + C14N,
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#"),
        Rule.ALGORITHM_REFUSED_SIGNATURE);
  }

  @Test
  void referenceWithAnXPointer_isRefused() throws IOException {
    attack.assertRefused(
        resigned("URI=\"#body\"", "URI=\"#xpointer(id('body'))\""), Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void referenceToTheWholeDocument_isRefused() throws IOException {
    attack.assertRefused(resigned("URI=\"#body\"", "URI=\"\""), Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void sameReferenceTwice_isRefused() throws IOException {
    attack.assertRefused(
        resigned("URI=\"#body\"", "URI=\"#controlblock\""), Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void partOfAContainerWithATransform_isRefused() throws IOException {
    byte[] message = attack.message(Attack.plain(), OrderSecurity.NONE);

    attack.assertRefused(
        Attack.edit(
            message,
            t ->
                t.replaceFirst(
                    "<ds:Reference URI=\"cid:a.bin\">",
                    "<ds:Reference URI=\"cid:a.bin\"><ds:Transforms>"
                        + TRANSFORM
                        + "</ds:Transforms>")),
        Rule.CONTENT_UNKNOWN_REFERENCE);
  }
}
