package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotXmlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "no xml", "<a", "<a></b>", "{}", "\u0000\u0001", "<a/>trailing"})
  void whatIsNoXml_isReportedAsInvalid(String text) throws IOException {
    var report = Demo.validate(text);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).hasSize(1);
  }
}
