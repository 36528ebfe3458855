package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodingTest {

  @Test
  void invalidUtf8_isNotWellFormed() throws IOException {
    byte[] message = Demo.message().getBytes(StandardCharsets.UTF_8);
    message[Demo.message().indexOf("Gro")] = (byte) 0xFF;
    var report = Demo.validate(message);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X000");
  }

  @Test
  void latin1DeclaredAsUtf8_isNotWellFormed() throws IOException {
    var report = Demo.validate(Demo.message().getBytes(StandardCharsets.ISO_8859_1));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X000");
  }

  @Test
  void utf16_isRefusedWithItsName() throws IOException {
    String message = Demo.message().replace("UTF-8", "UTF-16");
    var report = Demo.validate(message.getBytes(StandardCharsets.UTF_16));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X004");
  }

  @Test
  void unknownEncoding_isRefusedWithItsName() throws IOException {
    var report = Demo.validate(Demo.message().replace("UTF-8", "x-unknown"));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X004");
  }
}
