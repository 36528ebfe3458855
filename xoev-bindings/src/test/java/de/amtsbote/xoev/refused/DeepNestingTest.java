package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeepNestingTest {

  @Test
  void millionLevels_areRefused() throws IOException {
    var message = Demo.endless(Demo.until("</nachrichtenkopf.g2g>"), "<a>", 1_000_000, "");
    var report = Demo.validate(message, ValidationOptions.ALL);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
  }
}
