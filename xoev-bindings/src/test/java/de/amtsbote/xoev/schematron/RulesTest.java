package de.amtsbote.xoev.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void endlessRule_isStoppedAndTakenOutOfService() throws IOException {
    Packages files = asserting("count((1 to 100000000000)[. mod 7 = 8]) = 0");
    Xoev xoev = installed(files);
    xoev.prepare();
    var options = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofMillis(1_500)));
    Content message = Content.of(Demo.message().getBytes());

    assertThat(xoev.validate(message, options).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(xoev.validate(message, ValidationOptions.ALL).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void endlessRecursion_isNotCheckable() throws IOException {
    Packages files =
        Packages.xdemo()
            .withRule(
                "<xsl:function name='f:f' xmlns:f='urn:f'><xsl:param name='n'/><xsl:sequence"
                    + " select='1 + f:f($n + 1)'/></xsl:function><sch:ns prefix='f'"
                    + " uri='urn:f'/><sch:pattern><sch:rule context='/*'><sch:assert id='r1'"
                    + " test='f:f(1) = 1'>x</sch:assert></sch:rule></sch:pattern>");

    assertThat(validate(files).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exists(doc('file:///etc/hostname.xml')/*)",
        "exists(doc('http://127.0.0.1:1/x.xml')/*)",
        "exists(document('SECRET')/*)",
        "exists(doc('SECRET')/*)",
        "string-length(unparsed-text('SECRET')) gt 0",
        "unparsed-text-available('SECRET')",
        "exists(collection('file:///etc'))",
        "exists(uri-collection('file:///etc'))",
        "doc-available('SECRET')",
        "string-length(environment-variable('PATH')) gt 0",
        "exists(json-doc('SECRET'))"
      })
  void rules_readNothingOutsideThePackage(String test) throws IOException {
    Path secret = Files.writeString(work.resolve("secret.xml"), "<a/>");
    String reading = test.replace("SECRET", secret.toUri().toString());

    assertThat(validate(asserting(reading)).verdict()).isNotEqualTo(Verdict.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<sch:include href='SECRET'/>", "<xsl:include href='SECRET'/>"})
  void rules_includeNothingOutsideThePackage(String including) throws IOException {
    Path secret =
        Files.writeString(
            work.resolve("secret.xsl"),
            "<xsl:stylesheet version='2.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>");
    Packages files =
        Packages.xdemo().withRule(including.replace("SECRET", secret.toUri().toString()));

    assertThatThrownBy(() -> installed(files)).isInstanceOf(XoevException.class);
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

  private static Packages asserting(String test) {
    String escaped = test.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return Packages.xdemo()
        .withRule(
            "<sch:pattern><sch:rule context='/*'><sch:assert id='r1' test=\""
                + escaped
                + "\">Regel</sch:assert></sch:rule></sch:pattern>");
  }

  private ValidationReport validate(Packages files) throws IOException {
    return installed(files).validate(Content.of(Demo.message().getBytes()), ValidationOptions.ALL);
  }

  private Xoev installed(Packages files) throws IOException {
    new StandardInstaller(standards).install(files.zip(work), InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK);
  }
}
