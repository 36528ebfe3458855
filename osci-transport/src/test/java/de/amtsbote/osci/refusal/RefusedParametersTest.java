package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Algorithms with parameters: a programme for what is digested, a length to cut a value to. */
class RefusedParametersTest {

  private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

  private final Attack attack = new Attack();

  private byte[] resigned(String what, String by) {
    byte[] message = attack.message(Attack.plain(), Attack.SIGNED);
    return Attack.resign(Attack.edit(message, t -> t.replaceFirst(what, by)));
  }

  private static String transform(String algorithm, String parameters) {
    return "<ds:Transform Algorithm=\"" + algorithm + "\">" + parameters + "</ds:Transform>";
  }

  private void assertRefusedAsAlgorithm(byte[] message) throws IOException {
    attack.assertRefused(message, Rule.ALGORITHM_REFUSED_SIGNATURE);
    Verdict.assertRejected(message, "algorithm-policy", "9601");
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.w3.org/TR/1999/REC-xpath-19991116, <ds:XPath>self::node()</ds:XPath>",
    "http://www.w3.org/2002/06/xmldsig-filter2, <a:XPath xmlns:a=\"urn:a\">/</a:XPath>",
    "http://www.w3.org/TR/1999/REC-xslt-19991116, <a:b xmlns:a=\"urn:a\"></a:b>",
    "http://www.w3.org/2001/10/xml-exc-c14n#, <a:b xmlns:a=\"urn:a\" PrefixList=\"x\"></a:b>",
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315, <a:b xmlns:a=\"urn:a\"></a:b>"
  })
  void transformWithParameters_isRefused(String algorithm, String parameters) throws IOException {
    assertRefusedAsAlgorithm(resigned(transform(C14N, ""), transform(algorithm, parameters)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/TR/1999/REC-xpath-19991116"
      })
  void otherTransformBeforeTheUsualOne_isRefused(String algorithm) throws IOException {
    assertRefusedAsAlgorithm(
        resigned(transform(C14N, ""), transform(algorithm, "") + transform(C14N, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
      })
  void shortenedValue_isRefused(String algorithm) throws IOException {
    assertRefusedAsAlgorithm(
        resigned(
            "<ds:SignatureMethod Algorithm=\"[^\"]*\">",
            "<ds:SignatureMethod Algorithm=\""
                + algorithm
                + "\"><ds:HMACOutputLength>8</ds:HMACOutputLength>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CanonicalizationMethod", "DigestMethod"})
  void otherMethodWithParameters_isRefused(String method) throws IOException {
    assertRefusedAsAlgorithm(
        resigned("(<ds:" + method + " Algorithm=\"[^\"]*\">)", "$1<a:b xmlns:a=\"urn:a\"></a:b>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transform", "SignatureMethod", "DigestMethod"})
  void parametersInTheSignatureOfAnAuthor_areRefused(String method) throws IOException {
    byte[] honest = attack.message(Attack.plain(), OrderSecurity.NONE);
    byte[] message =
        Attack.edit(
            honest,
            t ->
                t.replaceFirst(
                    "(<ds:" + method + " Algorithm=\"[^\"]*\">)",
                    "$1<a:b xmlns:a=\"urn:a\"></a:b>"));

    attack.assertRefused(message, Rule.ALGORITHM_REFUSED_CONTENT);
    assertThat(attack.refusal(honest)).isNull();
  }
}
