package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.security.EncryptedElementWriter;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A signed message in a notation that we would not write means the same and is verified as well.
 */
class OtherNotationTest {

  private final Wire wire = new Wire();

  private String signed() throws IOException {
    byte[] octets =
        wire.compose(
            Samples.store(ContentPackage.of(Samples.container().build())),
            new OrderSecurity(Parties.ORIGINATOR_SIGNATURE, null));
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private void assertRead(String message) throws IOException {
    assertThat(message).isNotEqualTo(signed());
    try (IncomingMessage read = wire.read(message.getBytes(StandardCharsets.ISO_8859_1))) {
      assertThat(read.orderSignature()).isPresent();
      OpenedContainer container = read.open(List.of()).containers().get(0);
      assertThat(container.isSigned()).isTrue();
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
      assertThat(Wire.octets(container, "content1")).isEqualTo(Samples.ATTACHMENT);
    }
  }

  @Test
  void singleQuotes_areRead() throws IOException {
    assertRead(
        signed()
            .replaceAll(" Id=\"([a-z0-9_]+)\"", " Id='$1'")
            .replaceAll(" URI=\"([^\"]+)\"", " URI='$1'"));
  }

  @Test
  void selfClosingTags_areRead() throws IOException {
    assertRead(signed().replaceAll("<([a-zA-Z0-9:]+)([^<>]*)></\\1>", "<$1$2/>"));
  }

  @Test
  void whiteSpaceInTags_isRead() throws IOException {
    assertRead(
        signed()
            .replaceAll("</([a-zA-Z0-9:]+)>", "</$1\n >")
            .replaceAll(" soap:actor", "\n\tsoap:actor"));
  }

  @Test
  void otherOrderOfAttributes_isRead() throws IOException {
    assertRead(signed().replaceAll("( soap:actor=\"[^\"]+\")( soap:mustUnderstand=\"1\")", "$2$1"));
  }

  @Test
  void characterReferences_areRead() throws IOException {
    assertRead(signed().replace("Betreff &lt;1&gt;", "Betre&#102;&#x66; &#60;1&#62;"));
  }

  @Test
  void comments_areReadPast() throws IOException {
    assertRead(
        signed()
            .replace("<soap:Envelope", "<!-- a --><soap:Envelope")
            .replace("</soap:Envelope>", "</soap:Envelope><!---->")
            .replace("<osci:Content", "<!-- <xenc:CipherValue> - \" &x; --><osci:Content")
            .replace("</ds:SignedInfo>", "<!-- b --></ds:SignedInfo>"));
  }

  @Test
  void commentsInTexts_areReadPast() throws IOException {
    String comment = "<!-- <osci:Base64Content> -->";
    String changed =
        signed()
            .replace("Betreff", "Be" + comment + "tr" + comment + "eff")
            .replaceAll("(<(ds:[A-Za-z]+Value|osci:Base64Content)[^>]*>.{5})", "$1" + comment)
            .replaceAll("(<osci:MessageId>)", "$1" + comment);

    assertRead(changed);
    try (IncomingMessage read = wire.read(changed.getBytes(StandardCharsets.ISO_8859_1))) {
      assertThat(read.order().subject()).isEqualTo("Betreff <1>");
    }
  }

  @Test
  void charactersInCdata_areRead() throws IOException {
    assertRead(
        signed()
            .replace("Betreff &lt;1&gt;", "<![CDATA[Betre]]><![CDATA[ff <1>]]>")
            .replaceAll("(<ds:[A-Za-z]+Value>)([^<]+)<", "$1<![CDATA[$2]]><")
            .replaceAll("(<osci:Base64Content[^>]*>)([^<]+)<", "$1<![CDATA[$2]]><"));
  }

  @Test
  void whatIsPassedOn_isTheSameWithoutCommentsAndCdata() throws IOException {
    String changed =
        signed()
            .replace("</osci:Content>", "<!-- c --></osci:Content>")
            .replaceAll("(<osci:Base64Content[^>]*>)([^<]+)<", "$1<![CDATA[$2]]><");

    assertThat(passedOn(changed)).isEqualTo(passedOn(signed()));
  }

  private byte[] passedOn(String message) throws IOException {
    try (IncomingMessage read = wire.read(message.getBytes(StandardCharsets.ISO_8859_1))) {
      return read.content().elements().get(0).octets().readAll();
    }
  }

  @Test
  void cipherTextInCdata_isRead() throws IOException {
    String text =
        new String(wire.compose(Samples.store(), OrderSecurity.NONE), StandardCharsets.ISO_8859_1)
            .replaceAll("(<xenc:CipherValue>)([^<]{9})([^<]*)<", "$1$2<!-- c --><![CDATA[$3]]>\n<");

    try (IncomingMessage read = wire.read(text.getBytes(StandardCharsets.ISO_8859_1))) {
      OpenedContainer container = read.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
    }
  }

  @Test
  void cdataInsideAnEncryptedContainer_isRead() throws Exception {
    ContentContainer data =
        ContentContainer.builder("container0")
            .data("content0", Samples.PAYLOAD)
            .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE))
            .build();
    String plain =
        new String(
            wire.compose(Samples.store(ContentPackage.of(data)), OrderSecurity.NONE),
            StandardCharsets.ISO_8859_1);
    int start = plain.indexOf("<osci:ContentContainer");
    int end = plain.indexOf("</osci:ContentPackage>");
    String changed =
        plain
            .substring(start, end)
            .replaceAll(
                "(<osci:Base64Content[^>]*>)([^<]{5})([^<]+)<", "$1<![CDATA[$2]]>$3<!---->\n<")
            .replaceAll("(<ds:SignatureValue>)([^<]+)<", "$1<![CDATA[$2]]><");
    String message = plain.substring(0, start) + encrypted(changed) + plain.substring(end);

    try (IncomingMessage read = wire.read(message.getBytes(StandardCharsets.ISO_8859_1))) {
      OpenedContainer container = read.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
      assertThat(container.isSigned()).isTrue();
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
    }
  }

  private static String encrypted(String container) throws Exception {
    ContentCipher cipher = new ContentCipher(Written.DEFAULT.cipher(), 12);
    byte[] key = cipher.newKey();
    InputStream plain = new ByteArrayInputStream(container.getBytes(StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Base64Lines.encode(cipher.encrypt(key, cipher.newVector(), plain), text);
    return "<xenc:EncryptedData"
        + new EncryptedElementWriter(Written.DEFAULT)
            .upToCipherText("encrypted0", key, List.of(Parties.ADDRESSEE))
        + text.toString(StandardCharsets.US_ASCII)
        + EncryptedElementWriter.afterCipherText();
  }

  @Test
  void signatureInOtherLines_isRead() throws IOException {
    String text = signed();
    int start = text.indexOf("<ds:SignatureValue>") + "<ds:SignatureValue>".length();
    int end = text.indexOf("</ds:SignatureValue>", start);
    String value =
        text.substring(start, end).replaceAll("\\s", "").replaceAll("(.{64})", "$1\r\n ");

    assertRead(text.substring(0, start) + value + text.substring(end));
  }

  @Test
  void contentInOtherLines_isRead() throws IOException {
    byte[] octets =
        wire.compose(
            Samples.store(ContentPackage.of(Samples.container().build())), OrderSecurity.NONE);
    String text =
        new String(octets, StandardCharsets.ISO_8859_1)
            .replaceAll("(<osci:Base64Content[^>]*>[A-Za-z0-9]{8})", "$1&#13;\r\n\t ");

    try (IncomingMessage read = wire.read(text.getBytes(StandardCharsets.ISO_8859_1))) {
      OpenedContainer container = read.open(List.of()).containers().get(0);
      assertThat(container.isSigned()).isTrue();
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
    }
  }

  @Test
  void otherPrefixes_areReadWhereNothingIsSigned() throws IOException {
    byte[] octets = wire.compose(Samples.store(ContentPackage.EMPTY), OrderSecurity.NONE);
    String text =
        new String(octets, StandardCharsets.ISO_8859_1)
            .replaceAll("([</ ]|xmlns:)soap:", "$1SOAP-ENV:")
            .replace("xmlns:soap=", "xmlns:SOAP-ENV=")
            .replaceAll("(</?)osci:", "$1o:")
            .replace("xmlns:osci=", "xmlns:o=");

    try (IncomingMessage read = wire.read(text.getBytes(StandardCharsets.ISO_8859_1))) {
      assertThat(read.order().subject()).isEqualTo("Betreff <1>");
    }
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        arguments("; type=text/xml", ";\r\n\ttype=\"text/xml\""),
        arguments("boundary=(\\S+); ", "BOUNDARY=\"$1\" ; "),
        arguments("Multipart/Related", "multipart/RELATED"),
        arguments("charset=UTF-8", "charset=\"utf-8\""),
        arguments("Content-ID: <anlage.bin>", "content-id:anlage.bin"),
        arguments("Content-ID: <anlage.bin>", "Content-ID:\r\n <anlage.bin>"),
        arguments("Content-Transfer-Encoding: 8-bit", "Content-Transfer-Encoding: BINARY"),
        arguments("Content-Transfer-Encoding: 8-bit", "Content-Transfer-Encoding:   7bit"),
        arguments("Content-Length: [0-9]+\r\n", ""),
        arguments("MIME-Version: 1.0", "\r\n\r\nMIME-Version: 1.0"),
        arguments("MIME-Version: 1.0", "MIME-Version: 1.0\r\nX-Other: (a comment); b=\"c"));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void otherHeadersOfMime_areRead(String what, String by) throws IOException {
    assertRead(signed().replaceFirst(what, by));
  }

  @Test
  void headersThatEndInLineFeedOnly_areRead() throws IOException {
    assertRead(signed().replace("Content-ID: <anlage.bin>\r\n", "Content-ID: <anlage.bin>\n"));
  }

  @Test
  void cipherTextInOtherLines_isRead() throws IOException {
    String text =
        new String(wire.compose(Samples.store(), OrderSecurity.NONE), StandardCharsets.ISO_8859_1)
            .replaceAll("\n(?=[A-Za-z0-9+/]{20,76}[\n<])", "&#13;\n");

    try (IncomingMessage read = wire.read(text.getBytes(StandardCharsets.ISO_8859_1))) {
      OpenedContainer container = read.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
      assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
    }
  }

  /** Their octets are nobody's text. */
  @Test
  void attachmentInAnotherCharacterSet_isRead() throws IOException {
    assertRead(
        signed()
            .replaceFirst(
                "Content-Type: application/octet-stream",
                "Content-Type: text/plain; charset=ISO-8859-1"));
  }

  @Test
  void certificatesWithoutId_areAllRead() throws IOException {
    String text =
        new String(
                wire.compose(Samples.store(ContentPackage.EMPTY), OrderSecurity.NONE),
                StandardCharsets.ISO_8859_1)
            .replaceAll("(<osci:(Cipher|Signature)Certificate[A-Za-z]*) Id=\"[^\"]*\"", "$1");

    try (IncomingMessage read = wire.read(text.getBytes(StandardCharsets.ISO_8859_1))) {
      assertThat(read.certificates().all()).hasSameSizeAs(Parties.delivery().all());
      assertThat(read.certificates().addresseeCipher())
          .contains(Parties.ADDRESSEE_CIPHER.certificate());
    }
  }
}
