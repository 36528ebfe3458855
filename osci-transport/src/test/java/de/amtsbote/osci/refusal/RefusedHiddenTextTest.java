package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments and CDATA that would let two readers see two messages. */
class RefusedHiddenTextTest {

  private final Attack attack = new Attack();

  private void assertRefused(String what, String by, Rule rule) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED), text -> text.replaceFirst(what, by));

    attack.assertRefused(message, rule);
  }

  @Test
  void signedTextInAComment_isMissed() throws IOException {
    assertRefused("Betreff", "<!--Betreff-->", Rule.ORDER_DIGEST);
  }

  @Test
  void signedBlockInAComment_isMissed() throws IOException {
    assertRefused("(<osci:Subject>.*</osci:Subject>)", "<!--$1-->", Rule.ORDER_DIGEST);
  }

  @Test
  void signedContentInAComment_isMissed() throws IOException {
    assertRefused(
        "(?s)(<osci:Content><osci:Base64Content.*?</osci:Content>)",
        "<!--$1-->",
        Rule.ORDER_DIGEST);
  }

  @Test
  void elementInCdata_isText() throws IOException {
    assertRefused("(<osci:Subject>.*</osci:Subject>)", "<![CDATA[$1]]>", Rule.STRUCTURE);
  }

  @Test
  void textAddedAsCdata_isSeen() throws IOException {
    assertRefused("Betreff", "Betreff<![CDATA[ neu]]>", Rule.ORDER_DIGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- a -- b -->", "<!-- a --->", "<!-- a", "<![CDATA[ ", "]]>"})
  void markupThatDoesNotEndWhereItSeemsTo_isRefused(String markup) throws IOException {
    attack.assertRefused(
        t -> t.replace("<osci:Subject>Betreff", "<osci:Subject>Betreff" + markup),
        Rule.XML_MALFORMED);
  }
}
