package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SchemaLocationTest {

  @Test
  void locationElsewhere_isNotFollowed() throws IOException {
    String hints =
        " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
            + " xsi:schemaLocation='urn:amtsbote:standard:xdemo_1.0 http://127.0.0.1:1/evil.xsd'"
            + " xsi:noNamespaceSchemaLocation='file:///etc/hostname'";
    var report = Demo.validate(Demo.message().replace(" produkt=", hints + " produkt="));

    assertThat(report.findings()).isEmpty();
  }
}
