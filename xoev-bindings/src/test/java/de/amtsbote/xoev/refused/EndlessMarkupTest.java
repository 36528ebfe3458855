package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndlessMarkupTest {

  @ParameterizedTest
  @ValueSource(strings = {"<!--", "<?a ", "<![CDATA[", "<a b=\"", "<a"})
  void markupWithoutEnd_isRefused(String start) throws IOException {
    var message = Demo.endless(Demo.until("</nachrichtenkopf.g2g>") + start, "a", 600_000_000L, "");
    var report = Demo.validate(message, ValidationOptions.ALL);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
  }

  @Test
  void blanksWithoutEnd_areRefused() throws IOException {
    var report = Demo.validate(Demo.endless("", " ", 600_000_000L, ""), ValidationOptions.ALL);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X003");
  }
}
