package de.amtsbote.osci.refusal;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Content is changed where no order signature protects it. */
class RefusedChangedContentTest {

  private final Attack attack = new Attack();

  @Test
  void changedData_isRefused() throws IOException {
    String text =
        Base64.getEncoder().encodeToString("zweiter Inhalt".getBytes(StandardCharsets.UTF_8));
    String other =
        Base64.getEncoder().encodeToString("zweiter Inhalu".getBytes(StandardCharsets.UTF_8));
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), OrderSecurity.NONE), t -> t.replace(text, other));

    attack.assertRefused(message, Rule.CONTENT_DIGEST);
  }

  @Test
  void changedAttachment_isRefused() throws IOException {
    byte[] message = attack.message(Attack.plain(), OrderSecurity.NONE);
    int at = new String(message, StandardCharsets.ISO_8859_1).indexOf("Content-ID: <b.bin>");
    message[at + 100] ^= 1;

    attack.assertRefused(message, Rule.CONTENT_DIGEST);
  }

  @Test
  void changedNameOfAnAttachment_isRefused() throws IOException {
    attack.assertRefused(
        t -> t.replace("href=\"cid:a.bin\"", "href=\"cid:b.bin\""), Rule.CONTENT_DIGEST);
  }

  @Test
  void changedSigningTime_isRefused() throws IOException {
    ContentPackage content =
        ContentPackage.of(
            ContentContainer.builder("c")
                .data("d", Samples.PAYLOAD)
                .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE).at(Samples.TIME))
                .build());
    byte[] message =
        Attack.edit(
            attack.message(content, OrderSecurity.NONE),
            t -> t.replace("<xades:SigningTime>2026", "<xades:SigningTime>2025"));

    attack.assertRefused(message, Rule.CONTENT_DIGEST);
  }

  @Test
  void changedSignatureValue_isRefused() throws IOException {
    attack.assertRefused(
        t -> t.replaceFirst("<ds:SignatureValue>....", "<ds:SignatureValue>AAAA"),
        Rule.CONTENT_SIGNATURE_VALUE);
  }
}
