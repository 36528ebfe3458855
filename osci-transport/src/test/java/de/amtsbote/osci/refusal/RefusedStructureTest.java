package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are not what they say. */
class RefusedStructureTest {

  private final Attack attack = new Attack();

  private void assertRefused(String what, String by, Rule rule) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE), t -> t.replaceFirst(what, by));

    OsciException refusal = attack.refusal(message);

    assertThat(refusal.rule()).isEqualTo(rule);
    assertThat(refusal.error().feedback()).contains(FeedbackCode.NO_VALID_MESSAGE);
  }

  @Test
  void schemaOfAnotherOrder_isRefused() throws IOException {
    assertRefused("soapStoreDelivery", "soapForwardDelivery", Rule.STRUCTURE);
  }

  @Test
  void unknownSchema_isRefused() throws IOException {
    assertRefused("soapStoreDelivery", "soapSomethingElse", Rule.UNKNOWN_TYPE);
  }

  @Test
  void noSchemaAndNoFault_isRefused() throws IOException {
    assertRefused(" xsi:schemaLocation=\"[^\"]*\"", "", Rule.STRUCTURE);
  }

  @Test
  void messageIdThatIsNotBase64_isRefused() throws IOException {
    assertRefused("<osci:MessageId>", "<osci:MessageId>!", Rule.STRUCTURE);
  }

  @Test
  void messageIdThatNoDatabaseKeeps_isRefused() throws IOException {
    // "a", a zero, "b"
    assertRefused("<osci:MessageId>[^<]*<", "<osci:MessageId>YQBi<", Rule.STRUCTURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31T00:00:00Z",
        "10000-01-01T00:00:00Z",
        "-4713-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-23",
        "heute"
      })
  void timeThatIsNone_isRefused(String time) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(
                Samples.all().stream()
                    .filter(it -> it.type() == MessageType.FETCH_DELIVERY)
                    .findFirst()
                    .orElseThrow(),
                OrderSecurity.NONE),
            t -> t.replaceFirst(">2026-11-23T[^<]*<", ">" + time + "<"));

    attack.assertRefused(message, Rule.STRUCTURE);
  }

  @Test
  void conversationIdWithLetters_isRefused() throws IOException {
    assertRefused(
        " Id=\"controlblock\"", " ConversationId=\"x\" Id=\"controlblock\"", Rule.STRUCTURE);
  }

  @Test
  void brokenCertificate_isRefused() throws IOException {
    assertRefused(
        "<ds:X509Certificate>MII", "<ds:X509Certificate>MIJ", Rule.CERTIFICATE_UNREADABLE);
  }

  @Test
  void controlBlockMissing_isRefused() throws IOException {
    assertRefused("(?s)<osci:ControlBlock .*?</osci:ControlBlock>", "", Rule.STRUCTURE);
  }

  @Test
  void textBetweenElements_isRefused() throws IOException {
    assertRefused("<osci:ContentPackage>", "<osci:ContentPackage>text", Rule.STRUCTURE);
  }

  @Test
  void elementThatIsNotClosed_isRefused() throws IOException {
    assertRefused("</osci:ContentPackage>", "", Rule.XML_MALFORMED);
  }

  @Test
  void undeclaredPrefix_isRefused() throws IOException {
    assertRefused("<osci:ContentPackage>", "<osci:ContentPackage y:z=\"1\">", Rule.XML_MALFORMED);
  }

  @Test
  void otherType_isRefusedWhereOneIsExpected() throws IOException {
    attack
        .expecting(Expectations.answer(MessageType.RESPONSE_TO_STORE_DELIVERY, false, false))
        .assertRefused(attack.message(Attack.plain(), OrderSecurity.NONE), Rule.UNKNOWN_TYPE);
  }
}
