package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class XsiTypeTest {

  @Test
  void typeOfXmlSchema_cannotReplaceTheDeclaredOne() throws IOException {
    var report = Demo.validate(Demo.message().replace("<xd:familienname>", typed("xs:string")));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X001");
  }

  @Test
  void anyType_cannotReplaceTheDeclaredOne() throws IOException {
    var report =
        Demo.validate(
            Demo.message()
                .replace(
                    "<xd:antragsteller>",
                    typed("xs:anyType").replace("familienname", "antragsteller")));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X001");
  }

  @Test
  void baseTypeWithoutThePattern_cannotReplaceTheDeclaredOne() throws IOException {
    var report =
        Demo.validate(Demo.message().replace("<xd:familienname>", typed("xs:normalizedString")));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X001");
  }

  @Test
  void nil_doesNotEmptyAMandatoryElement() throws IOException {
    var report =
        Demo.validate(
            Demo.message()
                .replace(
                    "<xd:familienname>",
                    typed("xd:Text.Name").replace("type=", "nil='true' xsi:type=")));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X001");
  }

  private static String typed(String type) {
    return "<xd:familienname xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " xmlns:xs='http://www.w3.org/2001/XMLSchema' xsi:type='"
        + type
        + "'>";
  }
}
