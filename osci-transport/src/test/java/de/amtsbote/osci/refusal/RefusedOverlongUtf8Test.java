package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup in more octets than it needs, which only some parsers take for markup. */
class RefusedOverlongUtf8Test {

  private final Attack attack = new Attack();

  /** Each character stands for one octet. */
  private void assertRefused(String octets) throws IOException {
    attack.assertRefused(
        t -> t.replace("<osci:Subject>Betreff", "<osci:Subject>Betreff" + octets),
        Rule.XML_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00C0\u00BC!-- a -->",
        "\u00E0\u0080\u00BC!-- a -->",
        "\u00F0\u0080\u0080\u00BC!-- a -->",
        "\u00C0\u00BC![CDATA[a]]>",
        "\u00C0\u00BCa/>",
        "\u00C0\u00A6amp;",
        "\u00C1\u0081",
        "\u00ED\u00A0\u00B4\u00ED\u00B4\u009E",
        "\u00F4\u0090\u0080\u0080",
        "\u00F8\u0088\u0080\u0080\u0080"
      })
  void overlongOctets_areRefused(String octets) throws IOException {
    assertRefused(octets);
  }

  @Test
  void nameThatMarkersCannotSee_isRefused() throws IOException {
    assertRefused("\u00C0\u00BC" + "a".repeat(10 << 20) + "/>");
  }
}
