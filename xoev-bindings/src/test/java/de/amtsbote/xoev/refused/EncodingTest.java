package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  private static final String NOT_ALLOWED = "XOEV-X004";
  private static final String NOT_WELL_FORMED = "XOEV-X000";

  @ParameterizedTest
  @CsvSource({
    "UTF-16, UTF-16BE",
    "UTF-16BE, UTF-16BE",
    "UTF-16LE, UTF-16LE",
    "x-UTF-16LE-BOM, UTF-16LE",
    "UTF-32, UTF-32",
    "UTF-32LE, UTF-32",
    "X-UTF-32BE-BOM, UTF-32",
    "X-UTF-32LE-BOM, UTF-32",
    "IBM037, EBCDIC",
    "IBM500, EBCDIC",
    "IBM1047, EBCDIC",
    "ISO-8859-1, ISO-8859-1",
    "windows-1252, WINDOWS-1252"
  })
  void otherEncoding_isRefusedWithItsName(String encoding, String named) throws IOException {
    String message = Demo.message().replace("UTF-8", encoding);

    Finding finding = only(message.getBytes(Charset.forName(encoding)));

    assertThat(finding.code()).isEqualTo(NOT_ALLOWED);
    assertThat(finding.found()).isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void wideEncodingWithoutDeclaration_isRefused(String encoding) throws IOException {
    String message = Demo.message().replaceFirst("<\\?xml[^>]*>\\s*", "");

    assertThat(only(message.getBytes(Charset.forName(encoding))).code()).isEqualTo(NOT_ALLOWED);
  }

  @Test
  void ebcdicWithoutDeclaration_isNotReadAsXml() throws IOException {
    String message = Demo.message().replaceFirst("<\\?xml[^>]*>\\s*", "");

    assertThat(only(message.getBytes(Charset.forName("IBM037"))).code()).isEqualTo(NOT_WELL_FORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-unknown", "UTF-7", "UTF-16", "ISO-10646-UCS-4", "CP1252", "utf8"})
  void declarationOfAnotherEncoding_isRefusedThoughTheBytesAreUtf8(String encoding)
      throws IOException {
    assertThat(only(utf8(Demo.message().replace("UTF-8", encoding))).code()).isEqualTo(NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 900, 5_000})
  void declarationBehindManyBlanks_isStillRead(int blanks) throws IOException {
    String far = " ".repeat(blanks) + "encoding=\"ISO-8859-1\"";

    assertThat(only(utf8(Demo.message().replaceFirst("encoding=\"UTF-8\"", far))).code())
        .isEqualTo(NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+ADw-?xml version='1.0'?+AD4-", "+/v8-<a/>"})
  void utf7_isRefused(String start) throws IOException {
    assertThat(only(utf8(start)).code()).isEqualTo(NOT_ALLOWED);
  }

  @Test
  void byteOrderMarkOfUtf8_isNoHarm() throws IOException {
    assertThat(Demo.validate("\uFEFF" + Demo.message()).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "utf-8", "US-ASCII"})
  void declarationOfUtf8_isTaken(String encoding) throws IOException {
    String message = Demo.message().replaceAll("[^\\x00-\\x7F]", "x");

    assertThat(Demo.validate(message.replace("UTF-8", encoding)).findings()).isEmpty();
  }

  /** Overlong forms, half surrogates, code points that do not exist, continuation without start. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FF",
        "C0BC",
        "C1BF",
        "E080BC",
        "F08080BC",
        "EDA080",
        "EDA080EDB080",
        "F4908080",
        "F8888080BC",
        "80",
        "C3",
        "E282",
        "FEFF",
        "C080"
      })
  void invalidUtf8_isNotWellFormed(String hex) throws IOException {
    var message = new ByteArrayOutputStream();
    message.writeBytes(utf8(Demo.until("<xd:familienname>")));
    message.writeBytes(new java.math.BigInteger("01" + hex, 16).toByteArray());
    byte[] marked = message.toByteArray();
    var bytes = new ByteArrayOutputStream();
    int mark = marked.length - hex.length() / 2 - 1;
    bytes.write(marked, 0, mark);
    bytes.write(marked, mark + 1, hex.length() / 2);
    bytes.writeBytes(utf8("x" + Demo.from("</xd:familienname>")));

    assertThat(only(bytes.toByteArray()).code()).isEqualTo(NOT_WELL_FORMED);
  }

  @Test
  void lettersBeyondAscii_areNotWellFormedWhereAsciiWasDeclared() throws IOException {
    String message = Demo.message().replace("UTF-8", "US-ASCII").replace("Gro", "Gr\u00F6");

    assertThat(only(utf8(message)).code()).isEqualTo(NOT_WELL_FORMED);
  }

  @Test
  void latin1DeclaredAsUtf8_isNotWellFormed() throws IOException {
    assertThat(only(Demo.message().getBytes(StandardCharsets.ISO_8859_1)).code())
        .isEqualTo(NOT_WELL_FORMED);
  }

  @Test
  void dispatch_refusesTheEncodingToo() throws IOException {
    byte[] message = Demo.message().getBytes(StandardCharsets.UTF_16);

    var dispatch = (Dispatch.Unreadable) Demo.xoev().dispatch(Content.of(message));

    assertThat(dispatch.finding().code()).isEqualTo(NOT_ALLOWED);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Finding only(byte[] message) throws IOException {
    var report = Demo.validate(message);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }
}
