package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document type declaration, with or without entities. */
class RefusedDtdTest {

  private final Attack attack = new Attack();

  private void assertRefused(String declaration) throws IOException {
    attack.assertRefused(
        t -> t.replaceFirst("<soap:Envelope", declaration + "<soap:Envelope"), Rule.XML_FORBIDDEN);
  }

  @Test
  void emptyDeclaration_isRefused() throws IOException {
    assertRefused("<!DOCTYPE Envelope>");
  }

  @Test
  void externalEntity_isRefused() throws IOException {
    assertRefused("<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>");
  }

  @Test
  void nestedEntities_areRefused() throws IOException {
    assertRefused(
        "<!DOCTYPE e [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;\">]>");
  }

  @Test
  void undeclaredEntity_isRefused() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE),
            t -> t.replace("Betreff", "Betreff&x;"));

    OsciException refusal = attack.refusal(message);

    assertThat(refusal.rule()).isIn(Rule.XML_MALFORMED, Rule.XML_FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?x y?>", "<!ELEMENT x ANY>", "<!x>", "<![INCLUDE[ ]]>", "<!->"})
  void instructionOrDeclarationInside_isRefused(String markup) throws IOException {
    attack.assertRefused(
        t -> t.replace("<osci:ContentPackage>", markup + "<osci:ContentPackage>"),
        Rule.XML_FORBIDDEN);
  }
}
