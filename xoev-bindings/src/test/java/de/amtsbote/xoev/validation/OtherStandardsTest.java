package de.amtsbote.xoev.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Standards that do in their own way what XDemo does in the usual one. */
class OtherStandardsTest {

  private static final String ISO = "http://purl.oclc.org/dsdl/schematron";
  private static final String NO_BELLO = "not(. = 'Bello')";
  private static final String COLUMNS =
      "<ColumnSet><Column Id='c'><ShortName>code</ShortName></Column>"
          + "<Column Id='n'><ShortName>name</ShortName></Column>"
          + "<Key Id='k'><ShortName>k</ShortName><ColumnRef Ref='c'/></Key></ColumnSet>";
  private static final String ELSEWHERE =
      "<ColumnSetRef><CanonicalVersionUri>urn:test:columns</CanonicalVersionUri></ColumnSetRef>";

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @ValueSource(strings = {"hund.storno", "hund.mahnung.0300a", "hund.anmeldung.0100"})
  void messageWithoutANumber_isAMessageBesideNumberedOnes(String root) throws IOException {
    var report = validate(Hund.files(), Hund.message(root, "1.0", "<h:name>Bello</h:name>"));

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.root()).isEqualTo(root);
  }

  @Test
  void elementThatOthersUse_isNoMessage() throws IOException {
    var report = validate(Hund.files(), "<h:halter xmlns:h='urn:test:hund:1.0'>Vera</h:halter>");

    assertThat(report.findings()).extracting("code").contains("XOEV-V003");
  }

  @Test
  void idThatTheStandardLeavesFree_isNoUuid() throws IOException {
    assertThat(validate(Hund.files(), Hund.withId("4711-A")).findings()).isEmpty();
  }

  @Test
  void otherNamespaceOfTheStandard_isNamed() throws IOException {
    String message = Hund.message().replace("urn:test:hund:1.0", "urn:test:hund:7.0");

    assertThat(validate(Hund.files(), message).findings())
        .extracting("found")
        .containsExactly("urn:test:hund:7.0");
  }

  @ParameterizedTest
  @CsvSource({"BRAUN, true", "Braun, false", "LILA, false"})
  void valuesWithoutAColumn_belongToTheNextOne(String code, boolean listed) throws IOException {
    String rows =
        "<Row><Value><SimpleValue>BRAUN</SimpleValue></Value>"
            + "<Value><SimpleValue>Braun</SimpleValue></Value></Row>"
            + "<Row><Value ColumnRef='n'><SimpleValue>Rot</SimpleValue></Value></Row>";

    var report = validate(withList(COLUMNS, rows), coloured(code));

    assertThat(report.isValid()).isEqualTo(listed);
  }

  @ParameterizedTest
  @CsvSource({"BRAUN, true", "LILA, false"})
  void onlyColumnOfAListWhoseColumnsAreDeclaredElsewhere_isItsCode(String code, boolean listed)
      throws IOException {
    String rows = "<Row><Value ColumnRef='x'><SimpleValue>BRAUN</SimpleValue></Value></Row>";

    assertThat(validate(withList(ELSEWHERE, rows), coloured(code)).isValid()).isEqualTo(listed);
  }

  @ParameterizedTest
  @CsvSource({
    "BRAUN, '', true",
    "17, '', true",
    "Braun, '', false",
    "17, c, false",
    "BRAUN, c, true"
  })
  void severalKeysOfAList_areAllItsCodesUnlessItRecommendsOne(
      String code, String recommended, boolean listed) throws IOException {
    String columns = COLUMNS;
    for (String key : new String[] {"c", "z"}) {
      String annotation =
          key.equals(recommended)
              ? "<Annotation><AppInfo><x:recommendedKeyColumn xmlns:x='urn:x'/></AppInfo></Annotation>"
              : "";
      columns =
          columns.replace(
              "</ColumnSet>",
              "<Key Id='key-"
                  + key
                  + "'>"
                  + annotation
                  + "<ColumnRef Ref='"
                  + key
                  + "'/></Key></ColumnSet>");
    }
    columns =
        columns
            .replaceFirst("<Key Id='k'>.*?</Key>", "")
            .replaceFirst("<Key", "<Column Id='z'><ShortName>zahl</ShortName></Column><Key");
    String rows =
        "<Row><Value ColumnRef='c'><SimpleValue>BRAUN</SimpleValue></Value>"
            + "<Value ColumnRef='n'><SimpleValue>Braun</SimpleValue></Value>"
            + "<Value ColumnRef='z'><SimpleValue>17</SimpleValue></Value></Row>";

    assertThat(validate(withList(columns, rows), coloured(code)).isValid()).isEqualTo(listed);
  }

  @Test
  void listThatDoesNotSayWhichColumnIsItsCode_isAWarning() throws IOException {
    String rows =
        "<Row><Value ColumnRef='x'><SimpleValue>1</SimpleValue></Value>"
            + "<Value ColumnRef='y'><SimpleValue>BRAUN</SimpleValue></Value></Row>";

    var report = validate(withList(ELSEWHERE, rows), coloured("BRAUN"));

    assertThat(report.isValid()).isTrue();
    assertThat(report.findings()).extracting("code").containsExactly("XOEV-X010");
  }

  @ParameterizedTest
  @ValueSource(strings = {ISO, "http://www.ascc.net/xml/schematron"})
  void rulesInTheOldNamespace_areRun(String namespace) throws IOException {
    Packages files = Hund.files().with("rules/r.sch", Hund.rules(namespace, "r-1", NO_BELLO));

    var report = validate(files, Hund.message());

    assertThat(report.findings()).extracting("rule").containsExactly("r-1");
  }

  @Test
  void compiledRules_includeStylesheetsOfThePackageThatTellNoValues() throws IOException {
    Packages files =
        Hund.files()
            .with("rules/main.xsl", Hund.stylesheet("<xsl:include href='teile/teil.xsl'/>"))
            .with(
                "rules/teile/teil.xsl",
                Hund.compiled("x-1")
                    .replace("Regel", "Name <xsl:value-of select='//h:name'/> passt nicht"));

    var report = validate(files, Hund.message());

    assertThat(report.findings())
        .extracting("rule", "expected")
        .containsExactly(org.assertj.core.groups.Tuple.tuple("x-1", "Name … passt nicht"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ort.xml | document('ort.xml')//ort = .",
        "ort liste.xml | document('ort%20liste.xml')//ort = .",
        "orte.txt | contains(unparsed-text('orte.txt'), .)"
      })
  void rules_readFilesOfThePackage(String file, String test) throws IOException {
    String rules =
        Hund.rules(ISO, "r-1", test).replace("<s:schema", "<s:schema queryBinding='xslt2'");
    Packages files =
        Hund.files().with("rules/r.sch", rules).with("rules/" + file, "<a><ort>Bello</ort></a>");

    assertThat(validate(files, Hund.message()).findings()).isEmpty();
    String other = Hund.message().replace("Bello", "Rex");
    assertThat(Xoev.open(standards, Demo.CLOCK).validate(Hund.content(other), options()).findings())
        .extracting("rule")
        .containsExactly("r-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FODC000[25] | exists(document('fehlt.xml'))",
        "FORG0001 | string(. cast as Q{http://www.w3.org/2001/XMLSchema}date) = 'x'",
        "FOER0000 | error()"
      })
  void rulesThatFail_sayTheirErrorCode(String code, String test) throws IOException {
    String rules =
        Hund.rules(ISO, "r-1", test).replace("<s:schema", "<s:schema queryBinding='xslt2'");

    var report = validate(Hund.files().with("rules/r.sch", rules), Hund.message());

    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.findings()).singleElement().extracting("found").asString().matches(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"r.xsl", "r-compiled.xsl", "r.sch.xsl", "r-xslt2.xsl", "ganz-anderer-name.xslt"})
  void translationOfASchematronFile_isNotRunAsWell(String stylesheet) throws IOException {
    Packages files =
        Hund.files()
            .with("rules/r.sch", Hund.rules(ISO, "r-1", NO_BELLO))
            .with("rules/" + stylesheet, Hund.compiled("r-1"));

    assertThat(validate(files, Hund.message()).findings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"r.xsl", "r-anhang.xsl", "s.xsl"})
  void stylesheetWithOtherAssertions_isRunToo(String stylesheet) throws IOException {
    Packages files =
        Hund.files()
            .with("rules/r.sch", Hund.rules(ISO, "r-1", NO_BELLO))
            .with("rules/" + stylesheet, Hund.compiled("x-1"));

    assertThat(validate(files, Hund.message()).findings())
        .extracting("rule")
        .containsExactlyInAnyOrder("r-1", "x-1");
  }

  @ParameterizedTest
  @CsvSource({
    "safe xsd header, VALID, WARNING",
    "safe header, INVALID, ERROR",
    "safe xsd, VALID, "
  })
  void headerThatTheSchemaDoesNotAskFor_mayBeMissing(
      String levels, Verdict verdict, Severity severity) throws IOException {
    String schema =
        Hund.schema(Hund.namespace("1.0"), "1.0")
            .replace("type=\"h:Kopf\"/>", "type=\"h:Kopf\" minOccurs=\"0\"/>");
    String message = Hund.message().replaceFirst("(?s)<h:nachrichtenkopf>.*nachrichtenkopf>", "");
    var options = options().withLevels(de.amtsbote.xoev.Level.parse(levels.replace(' ', ',')));
    new StandardInstaller(standards)
        .install(
            Packages.empty().with("xsd/hund.xsd", schema).folder(work), InstallOptions.DEFAULT);

    var report = Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), options);

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.findings())
        .extracting("severity")
        .isEqualTo(severity == null ? java.util.List.of() : java.util.List.of(severity));
  }

  @Test
  void limitBeforeTheRoot_isNamed() throws IOException {
    String comment = "<!--" + "x".repeat(3_000_000) + "-->";
    var report = validate(Hund.files(), Hund.message().replace("?>\n", "?>\n" + comment));

    var finding = report.findings().get(0);
    assertThat(finding.code()).isEqualTo("XOEV-X003");
    assertThat(finding.expected()).isEqualTo("bytes up to the end of the header <= 1048576");
    assertThat(finding.line()).isEqualTo(2);
  }

  @Test
  void limitWithinTheHeader_isNamedWithItsRoot() throws IOException {
    String comments = ("<!--" + "x".repeat(1_000) + "-->\n").repeat(3_000);
    var report =
        validate(
            Hund.files(),
            Hund.message().replace("<h:nachrichtenID>", comments + "<h:nachrichtenID>"));

    var finding = report.findings().get(0);
    assertThat(finding.code()).isEqualTo("XOEV-X003");
    assertThat(finding.path()).isEqualTo("/hund.anmeldung.0100");
    assertThat(finding.expected()).contains("1048576");
    assertThat(finding.line()).isGreaterThan(500);
  }

  @Test
  void keyOfAnotherForm_isAWarning() throws IOException {
    var options = options().withLevels(de.amtsbote.xoev.Level.parse("safe,xsd,header"));
    String message = Demo.text("0995/broken-reader-key.xml");

    var report = Demo.validate(Hund.content(message), options);

    assertThat(report.isValid()).isTrue();
    assertThat(report.findings()).extracting("code").containsExactly("XOEV-H006");
    assertThat(report.findings()).extracting("severity").containsExactly(Severity.WARNING);
  }

  private static String coloured(String code) {
    return Hund.message(
        "hund.anmeldung.0100",
        "1.0",
        "<h:name>Bello</h:name><h:farbe><code>" + code + "</code></h:farbe>");
  }

  private static Packages withList(String columns, String rows) {
    return Hund.files().with("listen/farbe.gc", Hund.codeList(columns, rows));
  }

  private static ValidationOptions options() {
    return ValidationOptions.ALL;
  }

  private ValidationReport validate(Packages files, String message) throws IOException {
    new StandardInstaller(standards).install(files.folder(work), InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), options());
  }
}
