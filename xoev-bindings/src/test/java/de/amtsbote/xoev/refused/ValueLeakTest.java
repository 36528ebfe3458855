package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.report.ReportJson;
import de.amtsbote.xoev.report.ReportText;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ValueLeakTest {

  @Test
  void noReport_tellsAValueOfTheMessage() throws IOException {
    String secret = "Geheimnis4711";
    String spoiled =
        Demo.message()
            .replace("1984-03-17", secret)
            .replace("2026-11-01", secret)
            .replace("<code>0100<", "<code>" + secret + "<")
            .replace("mbe:99001001", secret)
            .replace("2026-11-02T09:15:00+01:00", secret)
            .replace("99001<", secret + "<")
            .replace("produkt=\"Serviceportal\"", "produkt=\"" + secret + "\u0416\"");
    var report = Demo.validate(spoiled);

    assertThat(report.findings()).hasSizeGreaterThan(5);
    assertThat(ReportJson.line("file", report)).doesNotContain(secret);
    assertThat(ReportText.of("file", report, Locale.GERMAN)).doesNotContain(secret);
  }

  @Test
  void noReportOfASample_tellsANameOfAPerson() throws IOException {
    for (XDemo.Sample sample : XDemo.samples("1.0")) {
      var report =
          Demo.xoev().validate(sample.content(), de.amtsbote.xoev.validation.ValidationOptions.ALL);

      assertThat(ReportJson.line("file", report)).doesNotContain("użyński", "Đorđa", "Bleichen");
    }
  }
}
