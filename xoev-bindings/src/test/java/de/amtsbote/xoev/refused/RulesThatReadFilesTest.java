package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that reach for files, the network or the environment get nothing. */
class RulesThatReadFilesTest {

  private static final String STYLESHEET =
      "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
          + "<xsl:include href='MODULE'/></xsl:stylesheet>";

  @TempDir Path work;
  @TempDir Path standards;

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
        "exists(json-doc('SECRET'))",
        "exists(unparsed-text-lines('SECRET'))",
        "contains(PARSED_ENTITY, 'Geheimnis')",
        "contains(PARSED_PARAMETER, 'Geheimnis')",
        "exists(parse-xml-fragment('<?xml version=\"1.0\"?><a/>')/a/@none)",
        "exists(transform(map{'stylesheet-location': 'SECRET', 'source-node': /})?output)",
        "contains(string(transform(map{'stylesheet-text': 'INCLUDING', 'source-node': /})?output), 'G')",
        "exists(doc('classpath:content/transpile.xsl')/*)",
        "exists(doc('jar:file:///x.jar!/a.xml')/*)"
      })
  void rules_readNothingOutsideThePackage(String test) throws IOException {
    Path secret = Files.writeString(work.resolve("secret.xml"), "<a>Geheimnis</a>");
    Path declaring = Files.writeString(work.resolve("d.dtd"), "<!ENTITY x 'Geheimnis'>");
    Path module =
        Files.writeString(
            work.resolve("m.xsl"),
            "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                + "<xsl:template match='/'><a>Geheimnis</a></xsl:template></xsl:stylesheet>");
    String reading =
        test.replace("PARSED_ENTITY", parsing("<!DOCTYPE a [<!ENTITY x SYSTEM 'SECRET'>]>", "x"))
            .replace(
                "PARSED_PARAMETER",
                parsing("<!DOCTYPE a [<!ENTITY % y SYSTEM 'DECLARING'>%y;]>", "x"))
            .replace("INCLUDING", STYLESHEET.replace("'", "''"))
            .replace("MODULE", module.toUri().toString())
            .replace("DECLARING", declaring.toUri().toString())
            .replace("SECRET", secret.toUri().toString());

    assertThat(validate(asserting(reading)).verdict()).isNotEqualTo(Verdict.VALID);
  }

  @Test
  void textThatRulesParse_mayDeclareWhatItUses() throws IOException {
    String parsed = parsing("<!DOCTYPE a [<!ENTITY x 'Eigenes'>]>", "x");

    assertThat(validate(asserting(parsed + " = 'Eigenes'")).verdict()).isEqualTo(Verdict.VALID);
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

  /** A text that is parsed by the rules; the ampersand would be taken for one of the rules. */
  private static String parsing(String declarations, String entity) {
    String text = declarations.replace("'", "''");
    return "string(parse-xml(concat('"
        + text
        + "<a>', codepoints-to-string(38), '"
        + entity
        + ";</a>')))";
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
