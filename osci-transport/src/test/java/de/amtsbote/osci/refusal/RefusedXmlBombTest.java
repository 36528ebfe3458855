package de.amtsbote.osci.refusal;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** XML that wants more than a message needs. */
class RefusedXmlBombTest {

  private final Attack attack = new Attack();

  private void assertRefused(String payload, Rule rule) throws IOException {
    attack.assertRefused(
        t ->
            t.replace(
                "</soap:Header>",
                "<x:X xmlns:x=\"urn:x\" Id=\"x\">" + payload + "</x:X></soap:Header>"),
        rule);
  }

  @Test
  void deepNesting_isRefused() throws IOException {
    assertRefused("<a>".repeat(2000) + "</a>".repeat(2000), Rule.XML_LIMIT);
  }

  @Test
  void manyAttributes_areRefused() throws IOException {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      attributes.append(" a").append(i).append("=\"1\"");
    }
    assertRefused("<a" + attributes + "></a>", Rule.XML_LIMIT);
  }

  @Test
  void longAttribute_isRefused() throws IOException {
    assertRefused("<a b=\"" + "x".repeat(200_000) + "\"></a>", Rule.XML_LIMIT);
  }

  @Test
  void longName_isRefused() throws IOException {
    assertRefused("<" + "a".repeat(5000) + "/>", Rule.XML_LIMIT);
  }

  @Test
  void longEntityReference_isRefused() throws IOException {
    assertRefused("&" + "a".repeat(5000) + ";", Rule.XML_MALFORMED);
  }

  @Test
  void longEntityReferenceInAnAttribute_isRefused() throws IOException {
    assertRefused("<a b='&" + "a".repeat(5000) + ";'/>", Rule.XML_MALFORMED);
  }

  @Test
  void longComment_isRefused() throws IOException {
    assertRefused("<!-- " + "> a ".repeat(1 << 20) + "-->", Rule.XML_LIMIT);
  }

  @Test
  void longCdata_isRefused() throws IOException {
    assertRefused("<![CDATA[" + "x".repeat(10 << 20) + "]]>", Rule.XML_LIMIT);
  }

  @Test
  void manyNamesInABodyThatNobodyLooksAt_areRefused() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      names.append("<a").append(i).append("a".repeat(500)).append("/>");
    }
    attack.assertRefused(
        t -> t.replaceFirst("(<osci:ContentContainer[^>]*>)", "$1" + names), Rule.XML_LIMIT);
  }

  @Test
  void moreReferencesThanCanBeHeld_areRefused() throws IOException {
    String reference =
        "<ds:Reference URI=\"#x\"><ds:DigestMethod Algorithm=\"x\"></ds:DigestMethod>"
            + "<ds:DigestValue>QQ==</ds:DigestValue></ds:Reference>";
    attack.assertRefused(
        t -> t.replaceFirst("</ds:SignedInfo>", reference.repeat(150_000) + "</ds:SignedInfo>"),
        Rule.XML_LIMIT);
  }

  @Test
  void longHeader_isRefused() throws IOException {
    assertRefused("x".repeat(10 << 20), Rule.XML_LIMIT);
  }

  @Test
  void longSubject_isRefused() throws IOException {
    attack.assertRefused(t -> t.replace("Betreff", "B".repeat(200_000)), Rule.XML_LIMIT);
  }

  @Test
  void documentOverItsLimit_isRefused() throws IOException {
    byte[] message = attack.message(Attack.plain(), OrderSecurity.NONE);

    attack
        .limits(new ReadLimits(1 << 20, 1 << 20, 10, 4000, 1 << 20, 64, 64, 8))
        .assertRefused(message, Rule.XML_LIMIT);
  }

  @Test
  void containersNestedTooDeeply_areRefused() throws IOException {
    ContentContainer container = ContentContainer.builder("c0").data("d", Samples.PAYLOAD).build();
    for (int i = 1; i < 12; i++) {
      container = ContentContainer.builder("c" + i).nested("n" + i, container).build();
    }

    attack.assertRefused(
        attack.message(ContentPackage.of(container), OrderSecurity.NONE), Rule.XML_LIMIT);
  }
}
