package de.amtsbote.xoev.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void dynamicError_isNotCheckable() throws IOException {
    var report = validate(asserting("@produkt = 'x' or error()"));

    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.findings()).extracting("code").containsExactly("XOEV-S002");
  }

  @Test
  void dynamicErrorOfAReportOnlyFile_doesNotChangeTheVerdict() throws IOException {
    Packages files =
        asserting("@produkt = 'x' or error()")
            .with("standard.yaml", "rules: [{file: schematron/rules.sch, reportOnly: true}]");

    var report = validate(files);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.findings()).extracting("severity").containsExactly(Severity.WARNING);
  }

  @Test
  void severityOfARule_canBeOverridden() throws IOException {
    Packages files =
        asserting("false()")
            .with(
                "standard.yaml",
                "rules: [{file: schematron/rules.sch, severities: {r1: information}}]");

    var report = validate(files);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.findings()).extracting("severity").containsExactly(Severity.INFORMATION);
  }

  @Test
  void rootsOfARuleFile_limitWhereItRuns() throws IOException {
    Packages files =
        asserting("false()")
            .with("standard.yaml", "rules: [{file: schematron/rules.sch, roots: 'vorgang.*'}]");

    assertThat(validate(files).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void valuesInTheTextOfARule_areLeftOut() throws IOException {
    Packages files =
        Packages.xdemo()
            .withRule(
                "<sch:pattern><sch:rule context='/*/*:antragsteller'><sch:assert id='r1'"
                    + " test='false()'>Name <sch:value-of select='*:familienname'/> passt"
                    + " nicht.</sch:assert></sch:rule></sch:pattern>");

    var finding = validate(files).findings().get(0);

    assertThat(finding.expected()).isEqualTo("Name … passt nicht.");
    assertThat(finding.path()).isEqualTo("/wohnsitz.ummeldung.antrag.0100[1]/antragsteller[1]");
    assertThat(finding.line()).isEqualTo(26);
  }

  @ParameterizedTest
  @CsvSource({
    "*:familienname, Name … passt nicht.",
    "name(*:familienname), Name xd:familienname passt nicht.",
    "string(name() = *:familienname), Name … passt nicht."
  })
  void nameInTheTextOfARule_isANameAndNeverAValue(String path, String text) throws IOException {
    Packages files =
        Packages.xdemo()
            .withRule(
                "<sch:pattern><sch:rule context='/*/*:antragsteller'><sch:assert id='r1'"
                    + " test='false()'>Name <sch:name path='"
                    + path
                    + "'/> passt nicht.</sch:assert></sch:rule></sch:pattern>");

    assertThat(validate(files).findings().get(0).expected()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<xsl:try select='//*:familienname'><xsl:catch/></xsl:try>",
        "<xsl:iterate select='1'><xsl:break select='//*:familienname'/></xsl:iterate>",
        "<xsl:on-empty select='//*:familienname'/>",
        "<xsl:perform-sort select='//*:familienname'/>",
        "<xsl:text expand-text='yes'>{//*:familienname}</xsl:text>",
        "<b xsl:expand-text='yes'>{//*:familienname}</b>"
      })
  void instructionsInTheTextOfCompiledRules_tellNoValues(String instruction) throws IOException {
    String stylesheet =
        "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
            + " xmlns:svrl='http://purl.oclc.org/dsdl/svrl'><xsl:template match='/'>"
            + "<svrl:schematron-output><svrl:failed-assert id='x-1' role='warning'"
            + " location='/*[1]'><svrl:text>Name "
            + instruction
            + "</svrl:text></svrl:failed-assert></svrl:schematron-output></xsl:template>"
            + "</xsl:stylesheet>";
    Packages files =
        Packages.xdemo().without("schematron/xdemo.sch").with("schematron/rules.xsl", stylesheet);

    assertThat(validate(files).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.expected()).startsWith("Name").doesNotContain("Łużyński"));
  }

  @Test
  void includeWithinThePackage_works() throws IOException {
    Packages files =
        Packages.xdemo()
            .withRule("<sch:include href='parts/part.sch'/>")
            .with(
                "schematron/parts/part.sch",
                "<sch:pattern xmlns:sch='http://purl.oclc.org/dsdl/schematron'>"
                    + "<sch:rule context='/*'><sch:assert id='r1' test='false()'>x</sch:assert>"
                    + "</sch:rule></sch:pattern>");

    assertThat(validate(files).findings()).extracting("rule").containsExactly("r1");
  }

  @Test
  void translationThatSomebodyEdited_isMadeAnew() throws IOException {
    installed(asserting("false()"));
    Path kept = standards.resolve("xdemo-1.0/.transpiled/schematron/rules.sch.xsl");
    Files.writeString(kept, Files.readString(kept).replace("r1", "r9"));

    assertThat(again().findings()).extracting("rule").containsExactly("r1");
  }

  @Test
  void rulesThatWereChangedInPlace_areTranslatedAnewWhateverTheirDate() throws IOException {
    installed(asserting("false()"));
    Path rules = standards.resolve("xdemo-1.0/schematron/rules.sch");
    Files.writeString(rules, Files.readString(rules).replace("r1", "r2"));
    Files.setLastModifiedTime(rules, FileTime.fromMillis(0));

    assertThat(again().findings()).extracting("rule").containsExactly("r2");
  }

  @Test
  void rulesFileForOtherMessages_isNotCompiledForThisOne() throws IOException {
    Packages files = asserting("true()").with("schematron/other.sch", unrelated());
    installed(files);
    Path other = standards.resolve("xdemo-1.0/schematron/other.sch");
    Path manifest = standards.resolve("xdemo-1.0/standard.yaml");
    Files.writeString(other, "<broken");
    String yaml = Files.readString(manifest);
    int at = yaml.indexOf("roots:", yaml.indexOf("schematron/other.sch"));
    Files.writeString(
        manifest,
        yaml.substring(0, at) + yaml.substring(at).replaceFirst("roots: \\S+", "roots: vorgang.*"));

    assertThat(again().verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void compiledRules_areUsedAsDeliveredAndTellNoValues() throws IOException {
    String stylesheet =
        """
        <xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            xmlns:svrl="http://purl.oclc.org/dsdl/svrl">
          <xsl:template match="/">
            <svrl:schematron-output>
              <svrl:failed-assert id="x-1" role="warning"
                  location="/*:wohnsitz.ummeldung.antrag.0100[1]/*:antragsteller[1]">
                <svrl:text>Name <xsl:value-of select="//*:familienname"/> passt nicht.</svrl:text>
              </svrl:failed-assert>
            </svrl:schematron-output>
          </xsl:template>
        </xsl:stylesheet>
        """;
    Packages files =
        Packages.xdemo().without("schematron/xdemo.sch").with("schematron/rules.xsl", stylesheet);

    var report = validate(files);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.findings()).extracting("rule").containsExactly("x-1");
    assertThat(report.findings()).extracting("expected").containsExactly("Name … passt nicht.");
  }

  private static Packages asserting(String test) {
    String escaped = test.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return Packages.xdemo()
        .withRule(
            "<sch:pattern><sch:rule context='/*'><sch:assert id='r1' test=\""
                + escaped
                + "\">Regel</sch:assert></sch:rule></sch:pattern>");
  }

  private static String unrelated() {
    return Packages.schematron(
        "<sch:pattern><sch:rule context='/*'><sch:assert id='r5' test='true()'>x</sch:assert>"
            + "</sch:rule></sch:pattern>");
  }

  private ValidationReport again() throws IOException {
    return Xoev.open(standards, Demo.CLOCK)
        .validate(Content.of(Demo.message().getBytes()), ValidationOptions.ALL);
  }

  private ValidationReport validate(Packages files) throws IOException {
    return installed(files).validate(Content.of(Demo.message().getBytes()), ValidationOptions.ALL);
  }

  private Xoev installed(Packages files) throws IOException {
    new StandardInstaller(standards).install(files.zip(work), InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK);
  }
}
