package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowMessageTest {

  @Test
  void messageThatTakesTooLong_isNotCheckableAndNeverValid() throws IOException {
    var message =
        Demo.endless(
            Demo.until("</nachrichtenkopf.g2g>"),
            "<!-- x -->",
            40_000_000,
            Demo.from("</nachrichtenkopf.g2g>").replace("</nachrichtenkopf.g2g>", ""));
    var options = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofMillis(200)));

    var report = Demo.validate(message, options);

    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.findings()).extracting("code").containsExactly("XOEV-T001");
  }

  @Test
  void messageThatIsWrongAnyway_isInvalidThoughTimeWasUp() throws IOException {
    var message =
        Demo.endless(
            Demo.until("</nachrichtenkopf.g2g>"),
            "<xd:antragsteller><xd:familienname>a</xd:familienname></xd:antragsteller>",
            4_000_000,
            "</xd:wohnsitz.ummeldung.antrag.0100>");
    var options = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofMillis(200)));

    var report = Demo.validate(message, options);

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.findings()).extracting("code").contains("XOEV-T001", "XOEV-X001");
  }
}
