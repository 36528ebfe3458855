package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DoctypeTest {

  @Test
  void doctype_isRefusedBeforeTheSchema() throws IOException {
    var report = Demo.validate(Demo.message().replace("<xd:wohn", "<!DOCTYPE a><xd:wohn"));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X002");
  }

  @Test
  void entityBomb_isRefused() throws IOException {
    String bomb =
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    var report = Demo.validate(Demo.message().replace("<xd:wohn", bomb + "<xd:wohn"));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X002");
  }

  @Test
  void externalEntity_isNeverOpened() throws IOException {
    String doctype = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    var report =
        Demo.validate(
            Demo.message().replace("<xd:wohn", doctype + "<xd:wohn").replace("Musterstadt", "&e;"));

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-X002");
  }
}
