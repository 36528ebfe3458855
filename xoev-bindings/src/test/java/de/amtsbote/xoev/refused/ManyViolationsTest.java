package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManyViolationsTest {

  @Test
  void hundredThousandViolations_giveABoundedReport() throws IOException {
    String person =
        "<xd:antragsteller><xd:familienname>\u0416</xd:familienname></xd:antragsteller>";
    var message =
        Demo.endless(
            Demo.until("</nachrichtenkopf.g2g>"),
            person,
            100_000,
            "</xd:wohnsitz.ummeldung.antrag.0100>");
    var report = Demo.validate(message, ValidationOptions.ALL);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).hasSize(Limits.DEFAULT.maxFindings());
    assertThat(report.suppressed()).isGreaterThan(100_000);
  }
}
