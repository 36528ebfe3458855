package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of attachments that would be something else in the next message that carries them. */
class RefusedPartNameTest {

  private final Attack attack = new Attack();

  private static String renamed(String text, String name, String reference) {
    return text.replace("cid:a.bin", "cid:" + reference).replace("<a.bin>", "<" + name + ">");
  }

  @Test
  void nameOfTheEnvelope_isRefused() throws IOException {
    attack.assertRefused(
        t -> renamed(t.replace("<osci@message>", "<envelope>"), "osci@message", "osci@message"),
        Rule.MIME_DUPLICATE_PART);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\0", "\u001b", "\u007f"})
  void controlCharacters_areRefused(String control) throws IOException {
    attack.assertRefused(t -> t.replace("<a.bin>", "<a" + control + "b>"), Rule.MIME_MALFORMED);
  }

  @Test
  void nameThatFitsInNoLine_isRefused() throws IOException {
    String name = "a".repeat(5000);

    attack.assertRefused(t -> renamed(t, name, name), Rule.MIME_LIMIT);
  }

  @Test
  void lineLongerThanAllowed_isRefusedWhereverItStands() throws IOException {
    String filler = "X-Filler: " + "x".repeat(9000) + "\r\n";

    attack.assertRefused(
        t -> t.replace("Content-ID: <a.bin>", filler + "Content-ID: <a.bin>"), Rule.MIME_LIMIT);
  }

  /** Names are compared as they stand there; what is coded in one of two places is another one. */
  @Test
  void codedReference_isToAnotherPart() throws IOException {
    attack.assertRefused(
        t -> t.replace("href=\"cid:a.bin\"", "href=\"cid:a%2Ebin\""), Rule.PART_MISSING);
    attack.assertRefused(
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t ->
                t.replaceFirst(
                    "(?s)(ClientSignature.*)cid:a.bin(.*/osci:ClientSignature)",
                    "$1cid:a%2Ebin$2")),
        Rule.ORDER_UNKNOWN_REFERENCE);
  }

  @Test
  void codedNameBesideTheSameUncoded_isAPartThatNobodySigned() throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> {
              int start = t.indexOf("\r\n--MIME_boundary", t.indexOf("</soap:Envelope>"));
              int end = t.indexOf("\r\n--MIME_boundary", start + 1);
              String part = t.substring(start, end).replace("<a.bin>", "<a%2Ebin>");
              return t.substring(0, end) + part + t.substring(end);
            });

    attack.assertRefused(message, Rule.ORDER_INCOMPLETE);
  }

  /**
   * RFC 2387 lets a head name the part to begin with; readers must not differ about which it is.
   */
  @Test
  void headThatNamesAnotherFirstPart_isRefused() throws IOException {
    attack.assertRefused(
        t -> t.replaceFirst("; type=", "; start=\"<a.bin>\"; type="), Rule.MIME_MALFORMED);
  }

  @Test
  void headThatNamesTheFirstPart_isRead() throws IOException {
    attack.assertAccepted(
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t -> t.replaceFirst("; type=", "; start=\"<osci@message>\"; type=")));
  }
}
