package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManyNamesTest {

  @Test
  void hundredThousandElementNames_areRefused() throws IOException {
    var names = new StringBuilder(Demo.until("</nachrichtenkopf.g2g>"));
    for (int i = 0; i < 100_000; i++) {
      names.append("<n").append(i).append("/>");
    }
    var report = Demo.validate(Content.of(names.toString().getBytes()), ValidationOptions.ALL);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
  }

  @Test
  void thousandAttributes_areRefused() throws IOException {
    var attributes = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    var report =
        Demo.validate(
            Demo.message().replace("<xd:antragsteller", "<xd:antragsteller" + attributes));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
  }

  @Test
  void moreAttributesThanTheParserTakes_areRefusedWithTheLimit() throws IOException {
    var attributes = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    var report =
        Demo.validate(
            Demo.message().replace("<xd:antragsteller", "<xd:antragsteller" + attributes));

    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
    assertThat(report.findings()).extracting("expected").contains("attributes <= 10000");
  }

  @Test
  void nameOfTwoThousandLetters_isRefusedWithTheLimit() throws IOException {
    var report =
        Demo.validate(Demo.message().replace("xd:antragsteller", "xd:a" + "b".repeat(2_000)));

    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
    assertThat(report.findings()).extracting("expected").contains("characters of a name <= 1000");
  }
}
