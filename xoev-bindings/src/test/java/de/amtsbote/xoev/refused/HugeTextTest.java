package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HugeTextTest {

  @Test
  void textOf500Megabytes_isRefused() throws IOException {
    var message =
        Demo.endless(
            Demo.until("<xd:familienname>"), "a", 500_000_000L, Demo.from("</xd:familienname>"));
    var report = Demo.validate(message, ValidationOptions.ALL);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
  }

  @Test
  void longDate_isRefusedBeforeTheSchemaComputesWithIt() throws IOException {
    var message =
        Demo.endless(
            Demo.until("<xd:geburtsdatum>"), "1", 5_000_000L, Demo.from("</xd:geburtsdatum>"));
    var report = Demo.validate(message, ValidationOptions.ALL.withLevels(Level.parse("safe,xsd")));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-C003");
  }

  @Test
  void textBeyondTheLimitOfTheCharset_isReported() throws IOException {
    var report = Demo.validate(longReason(40_000));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-C003");
  }

  @Test
  void longText_isValidForTheSchemaAlone() throws IOException {
    var options = ValidationOptions.ALL.withLevels(Level.parse("safe,xsd,schematron"));
    var report =
        Demo.xoev()
            .validate(de.amtsbote.xoev.Content.of(longReason(2_000_000).getBytes()), options);

    assertThat(report.findings()).isEmpty();
  }

  private static String longReason(int characters) {
    String text = "<xd:verwendungszweck>" + "a".repeat(characters) + "</xd:verwendungszweck>";
    return Demo.text("0300/minimal.xml").replace("</xd:anzahl>", "</xd:anzahl>" + text);
  }
}
