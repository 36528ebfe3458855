package de.amtsbote.gateway.xta.v31;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaSink;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed content is passed on unopened; that it is sealed content is checked while it passes. */
class SealedContainerTest {

  private static final String VALUE =
      "<e:CipherData><e:CipherValue>QUJD</e:CipherValue></e:CipherData>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        VALUE,
        "<e:CipherData><e:CipherValue>QU JD\n QQ==</e:CipherValue></e:CipherData>",
        "<e:CipherData><e:CipherValue/></e:CipherData>",
        "<e:CipherData><e:CipherReference URI='urn:x'/></e:CipherData>",
        "<e:CipherData><e:CipherValue><i:Include href='cid:part'/></e:CipherValue></e:CipherData>",
        "<e:EncryptionMethod Algorithm='urn:a'><e:KeySize>256</e:KeySize></e:EncryptionMethod>"
            + "<d:KeyInfo><e:EncryptedKey><e:CipherData/></e:EncryptedKey></d:KeyInfo>"
            + VALUE
            + "<e:EncryptionProperties><e:EncryptionProperty>x</e:EncryptionProperty></e:EncryptionProperties>"
      })
  void sealedContent_isTaken(String content) throws IOException {
    assertThat(read(content)).contains("EncryptedData");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<e:CipherData/>",
        "<e:CipherData>QUJD</e:CipherData>",
        "<e:CipherData><e:CipherReference/></e:CipherData>",
        "<e:CipherData><e:CipherValue>QUJ</e:CipherValue></e:CipherData>",
        "<e:CipherData><e:CipherValue>QU=JD</e:CipherValue></e:CipherData>",
        "<e:CipherData><e:CipherValue>Q===</e:CipherValue></e:CipherData>",
        "<e:CipherData><e:CipherValue>QÜJD</e:CipherValue></e:CipherData>",
        "<e:CipherData><e:CipherValue><e:x/></e:CipherValue></e:CipherData>",
        "<e:EncryptionMethod/>" + VALUE,
        VALUE + VALUE,
        VALUE + "<d:KeyInfo><d:KeyName>x</d:KeyName></d:KeyInfo>",
        "<i:Include href='cid:part'/>" + VALUE,
        "<d:KeyInfo/>" + VALUE
      })
  void contentThatIsNotSealed_isRefused(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            XtaException.class,
            it -> assertThat(it.error()).isEqualTo(XtaError.PARAMETERS_MISSING));
  }

  private static String read(String content) throws IOException {
    var text =
        "<x:GenericContentContainer xmlns:x='%s' xmlns:d='http://www.w3.org/2000/09/xmldsig#' xmlns:i='%s'><e:EncryptedData xmlns:e='%s'>%s</e:EncryptedData></x:GenericContentContainer>"
            .formatted(Names.XTA, Names.XOP, Names.ENCRYPTION, content);
    var sink = new Kept();
    try {
      var octets = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      ContainerReader.read(
          de.amtsbote.xoev.xml.Xml.messageStream(octets), SealedContainerTest::part, sink);
    } catch (javax.xml.stream.XMLStreamException e) {
      throw new IOException(e);
    }
    return sink.text;
  }

  private static InputStream part(String contentId) throws IOException {
    if (!"part".equals(contentId)) {
      throw new FileNotFoundException(contentId);
    }
    return new ByteArrayInputStream(new byte[5]);
  }

  private static final class Kept implements XtaSink {

    private String text;

    @Override
    public void part(boolean message, XtaPart part, InputStream content) {
      throw new AssertionError("nothing here is open");
    }

    @Override
    public void encrypted(InputStream xml) throws IOException {
      text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
