package de.amtsbote.xoev.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that the publisher compiled with other tools, and how those say where a violation lies. */
class CompiledRulesTest {

  private static final String URI = "urn:test:hund:1.0";

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Q{urn:test:hund:1.0}hund.anmeldung.0100[1]/Q{urn:test:hund:1.0}name[1]",
        "/*:hund.anmeldung.0100[namespace-uri()='urn:test:hund:1.0'][1]"
            + "/*:name[namespace-uri()='urn:test:hund:1.0'][1]",
        "/*[local-name()='hund.anmeldung.0100' and namespace-uri()='urn:test:hund:1.0']"
            + "/*[local-name()='name' and namespace-uri()='urn:test:hund:1.0'][1]",
        "/h:hund.anmeldung.0100[1]/h:name[1]",
        "/*:hund.anmeldung.0100/*:name"
      })
  void everyWayToSayAPlace_leadsToItsLine(String location) throws IOException {
    String rules =
        Hund.stylesheet(
            "<xsl:template match='/'><svrl:schematron-output><svrl:failed-assert id='r-1'"
                + " location=\""
                + location.replace("{", "{{").replace("}", "}}")
                + "\"><svrl:text>Regel</svrl:text></svrl:failed-assert></svrl:schematron-output>"
                + "</xsl:template>");

    var report = validate(rules, Hund.message().replace("<h:name>", "\n\n<h:name>"));

    assertThat(report.findings())
        .extracting("rule", "path", "line")
        .containsExactly(tuple("r-1", "/hund.anmeldung.0100[1]/name[1]", 4));
  }

  @Test
  void placeOfAnAttribute_isNamed() throws IOException {
    String rules =
        Hund.stylesheet(
            "<xsl:template match='/'><svrl:schematron-output><svrl:failed-assert id='r-1'"
                + " location=\"/*[1]/@*[local-name()='listURI']\"><svrl:text>Regel</svrl:text>"
                + "</svrl:failed-assert></svrl:schematron-output></xsl:template>");

    assertThat(validate(rules, Hund.message()).findings())
        .extracting("path")
        .containsExactly("/*[1]/@listURI");
  }

  /** As the ISO skeleton writes it: XSLT 1.0, a mode for each pattern, places put together. */
  @Test
  void rulesOfVersionOneOfXslt_areRun() throws IOException {
    String rules =
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
            + " xmlns:svrl='http://purl.oclc.org/dsdl/svrl' xmlns:h='"
            + URI
            + "'><xsl:param name='archiveDirParameter'/>"
            + "<xsl:template match='*' mode='full-path'>"
            + "<xsl:apply-templates select='parent::*' mode='full-path'/><xsl:text>/*[local-name()='"
            + "</xsl:text><xsl:value-of select='local-name()'/><xsl:text>']</xsl:text>"
            + "<xsl:variable name='p' select='1 + count(preceding-sibling::*[local-name() ="
            + " local-name(current())])'/><xsl:text>[</xsl:text><xsl:value-of select='$p'/>"
            + "<xsl:text>]</xsl:text></xsl:template>"
            + "<xsl:template match='/'><svrl:schematron-output><svrl:active-pattern/>"
            + "<xsl:apply-templates select='/' mode='M1'/></svrl:schematron-output></xsl:template>"
            + "<xsl:template match='h:name' priority='1000' mode='M1'><svrl:fired-rule/>"
            + "<xsl:choose><xsl:when test=\". != 'Bello'\"/><xsl:otherwise>"
            + "<svrl:failed-assert id='r-1' flag='fatal'><xsl:attribute name='location'>"
            + "<xsl:apply-templates select='.' mode='full-path'/></xsl:attribute>"
            + "<svrl:text>Regel über <xsl:value-of select='.'/></svrl:text></svrl:failed-assert>"
            + "</xsl:otherwise></xsl:choose><xsl:apply-templates select='*' mode='M1'/>"
            + "</xsl:template><xsl:template match='text()' priority='-1' mode='M1'/>"
            + "<xsl:template match='@*|node()' priority='-2' mode='M1'>"
            + "<xsl:apply-templates select='*' mode='M1'/></xsl:template></xsl:stylesheet>";

    var report = validate(rules, Hund.message());

    assertThat(report.findings())
        .extracting("rule", "path", "expected")
        .containsExactly(tuple("r-1", "/hund.anmeldung.0100[1]/name[1]", "Regel über …"));
    assertThat(again(Hund.message().replace("Bello", "Rex")).findings()).isEmpty();
  }

  private ValidationReport validate(String rules, String message) throws IOException {
    Path delivery = Hund.files().with("rules/hund-regeln.xsl", rules).folder(work);
    new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
    return again(message);
  }

  private ValidationReport again(String message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), ValidationOptions.ALL);
  }
}
