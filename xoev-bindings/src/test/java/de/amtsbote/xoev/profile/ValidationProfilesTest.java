package de.amtsbote.xoev.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationProfilesTest {

  private static final Content IN_FUTURE = XDemo.sample("1.0", "0100/broken-future.xml");
  private static final Content NOT_IN_SCHEMA = XDemo.sample("1.0", "0200/broken-missing.xml");
  private static final Content AGAINST_A_RULE = XDemo.sample("1.0", "0300/broken-purpose.xml");

  @TempDir Path work;

  @Test
  void nothingDecided_changesNothing() throws IOException {
    assertThat(validate(IN_FUTURE, "default: {}", "").verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void findingCode_canWeighLess() throws IOException {
    var report = validate(IN_FUTURE, "default: {severities: {XOEV-H004: warning}}", "");

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.findings()).extracting("severity").containsExactly(Severity.WARNING);
  }

  @Test
  void finding_canBeLeftOut() throws IOException {
    var report = validate(IN_FUTURE, "default: {severities: {XOEV-H004: off}}", "");

    assertThat(report.findings()).isEmpty();
  }

  @Test
  void warning_canBecomeAnError() throws IOException {
    Content unknownList = XDemo.sample("1.1", "0930/full.xml");

    var report = validate(unknownList, "default: {severities: {XOEV-X010: error}}", "");

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void ruleOfTheSchema_canWeighLess() throws IOException {
    String yaml = "standards: {xdemo: {severities: {cvc-complex-type.2.4.a: warning}}}";

    assertThat(validate(NOT_IN_SCHEMA, yaml, "").findings())
        .filteredOn(f -> f.rule().equals("cvc-complex-type.2.4.a"))
        .extracting("severity")
        .containsOnly(Severity.WARNING);
  }

  @Test
  void ruleOfSchematron_canWeighLess() throws IOException {
    String id = validate(AGAINST_A_RULE, "{}", "").findings().get(0).rule();

    var report =
        validate(AGAINST_A_RULE, "standards: {xdemo: {severities: {" + id + ": warning}}}", "");

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.findings()).extracting("rule").containsExactly(id);
  }

  @Test
  void ruleFile_canBeReportOnly() throws IOException {
    String yaml = "standards: {xdemo-1.0: {reportOnly: [xdemo.sch]}}";

    assertThat(validate(AGAINST_A_RULE, yaml, "").verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void ruleFileThatFails_isReportOnlyWhenDecidedSo() throws IOException {
    Path zip =
        Packages.xdemo()
            .withRule(
                "<sch:pattern><sch:rule context='/*'><sch:assert id='r1' test=\"error()\">x"
                    + "</sch:assert></sch:rule></sch:pattern>")
            .zip(work);
    new StandardInstaller(work.resolve("standards")).install(zip, InstallOptions.DEFAULT);
    Xoev xoev = Xoev.open(work.resolve("standards"), Demo.CLOCK);
    var profiles = read("default: {reportOnly: {schematron/rules.sch: true}}");
    Content message = Content.of(Demo.message().getBytes());

    assertThat(xoev.validate(message, ValidationOptions.ALL).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(xoev.validate(message, ValidationOptions.ALL.under(profiles, "")).verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void levels_areSwitchedOffForAPartner() throws IOException {
    String yaml = "partners: {bauamt: {levels: [xsd]}}";

    var report = validate(IN_FUTURE, yaml, "bauamt");

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.levels()).containsExactlyInAnyOrder(Level.SAFE, Level.XSD);
    assertThat(validate(IN_FUTURE, yaml, "other").verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void levelsOfTheRoute_areNotWidenedByAProfile() throws IOException {
    var options =
        ValidationOptions.ALL
            .withLevels(Level.parse("xsd"))
            .under(read("default: {levels: [xsd, header]}"), "");

    assertThat(Demo.validate(IN_FUTURE, options).isValid()).isTrue();
  }

  @Test
  void theMoreSpecialDecision_wins() throws IOException {
    String yaml =
        """
        default: {severities: {XOEV-H004: off}}
        standards:
          xdemo: {severities: {XOEV-H004: information}}
          xdemo-1.1: {severities: {XOEV-H004: error}}
        partners:
          bauamt:
            severities: {XOEV-H004: warning}
            standards: {XDemo: {severities: {XOEV-H004: error}}}
          gewerbeamt:
            severities: {XOEV-H004: warning}
        """;

    assertThat(weight(yaml, "")).isEqualTo(Severity.INFORMATION);
    assertThat(weight(yaml, "gewerbeamt")).isEqualTo(Severity.WARNING);
    assertThat(weight(yaml, "bauamt")).isEqualTo(Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "defaults: {}",
        "default: {severities: {XOEV-X002: warning}}",
        "default: {severities: {XOEV-S002: off}}",
        "default: {severities: {XOEV-H002: harmless}}",
        "default: {levels: [xsd, everything]}",
        "default: {level: [xsd]}",
        "standards: {xdemo: {reportOnly: {a.sch: maybe}}}",
        "partners: {bauamt: {standards: {xdemo: 7}}}",
        "partners: [bauamt]",
        "a: b: c"
      })
  void wrongEntry_isNamed(String yaml) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E018")
        .hasMessageContaining("profiles.yaml");
  }

  @Test
  void errorsBeyondManyWarnings_stillMakeAMessageInvalid() throws IOException {
    String yaml = "default: {severities: {XOEV-X001: warning, XOEV-C001: warning}}";
    Content spoiled =
        Content.of(
            Demo.message()
                .replace("1984-03-17", "never")
                .replace("produkt=\"", "produkt=\"\u0416")
                .replace("<code>0100<", "<code>0101<")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var options =
        ValidationOptions.ALL.under(read(yaml), "").within(Limits.DEFAULT.withMaxFindings(1));

    var report = Demo.validate(spoiled, options);

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.findings()).hasSize(1).allMatch(f -> f.isError());
    assertThat(report.suppressed()).isPositive();
  }

  private Severity weight(String yaml, String partner) throws IOException {
    return validate(IN_FUTURE, yaml, partner).findings().get(0).severity();
  }

  private ValidationReport validate(Content message, String yaml, String partner)
      throws IOException {
    return Demo.validate(message, ValidationOptions.ALL.under(read(yaml), partner));
  }

  private ValidationProfiles read(String yaml) throws IOException {
    return ValidationProfiles.read(Files.writeString(work.resolve("profiles.yaml"), yaml));
  }
}
