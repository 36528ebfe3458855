package de.amtsbote.osci.refusal;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.xml.Namespaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signature that anybody can make: its secret is the signer's public key. */
class RefusedSymmetricSignatureTest {

  private final Attack attack = new Attack();

  @ParameterizedTest
  @CsvSource({
    "http://www.w3.org/2000/09/xmldsig#hmac-sha1, HmacSHA1",
    "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256, HmacSHA256",
    "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512, HmacSHA512"
  })
  void hmacUnderThePublicKey_isRefused(String uri, String name) throws IOException {
    byte[] message =
        Attack.edit(
            attack.message(Attack.plain(), Attack.SIGNED),
            t ->
                withValue(
                    t.replaceFirst(
                        "<ds:SignatureMethod Algorithm=\"[^\"]*",
                        "<ds:SignatureMethod Algorithm=\"" + uri),
                    name));

    attack.assertRefused(message, Rule.ALGORITHM_REFUSED_SIGNATURE);
  }

  private static String withValue(String text, String name) {
    int start = text.indexOf("<ds:SignedInfo>");
    int end = text.indexOf("</ds:SignedInfo>") + "</ds:SignedInfo>".length();
    String canonical =
        text.substring(start, end)
            .replace("<ds:SignedInfo>", "<ds:SignedInfo" + Namespaces.DECLARATIONS + ">");
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(
          new SecretKeySpec(
              Parties.ORIGINATOR_SIGNATURE.certificate().getPublicKey().getEncoded(), name));
      byte[] value = mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
      return text.replaceFirst(
          "(?s)<ds:SignatureValue>.*?</ds:SignatureValue>",
          "<ds:SignatureValue>" + Base64Lines.of(value) + "</ds:SignatureValue>");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
