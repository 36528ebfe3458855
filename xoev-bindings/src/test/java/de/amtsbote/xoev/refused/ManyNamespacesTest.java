package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManyNamespacesTest {

  @Test
  void twentyThousandNamespacesOnOneElement_areRefused() throws IOException {
    var names = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      names.append(" xmlns:p").append(i).append("='urn:").append(i).append("'");
    }
    var report = Demo.validate(Demo.message().replace(" produkt=", names + " produkt="));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").containsAnyOf("XOEV-X003", "XOEV-X000");
  }
}
