package de.amtsbote.xoev.schematron;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What rule files of different ages and tools use of Schematron. */
class DialectsTest {

  private static final String ISO = "http://purl.oclc.org/dsdl/schematron";
  private static final String OLD = "http://www.ascc.net/xml/schematron";
  private static final String NS = "<s:ns prefix='h' uri='urn:test:hund:1.0'/>";
  private static final String FAILING =
      "<s:assert id='r-1' test=\"not(. = 'Bello')\">Regel</s:assert>";

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void keysOfSchematronOneFive_areLookedUp() throws IOException {
    violated(
        rules(
            OLD,
            "",
            "<s:pattern name='p'><s:rule context='h:name'><s:key name='namen' path='.'/>"
                + "<s:assert id='r-1' test=\"key('namen', 'Rex')\">Regel</s:assert></s:rule>"
                + "</s:pattern>"));
    holds("Rex");
  }

  @Test
  void keysOfXslt_areLookedUp() throws IOException {
    violated(
        rules(
            ISO,
            "queryBinding='xslt2'",
            "<xsl:key name='namen' match='h:name' use='.'/><s:pattern><s:rule context='h:name'>"
                + "<s:assert id='r-1' test=\"key('namen', 'Rex')\">Regel</s:assert></s:rule>"
                + "</s:pattern>"));
    holds("Rex");
  }

  @Test
  void onlyThePatternsOfTheDefaultPhase_areRun() throws IOException {
    violated(
        rules(
            ISO,
            "queryBinding='xslt2' defaultPhase='an'",
            "<s:phase id='an'><s:active pattern='a'/></s:phase>"
                + "<s:phase id='aus'><s:active pattern='b'/></s:phase>"
                + "<s:pattern id='a'><s:rule context='h:name'>"
                + FAILING
                + "</s:rule></s:pattern><s:pattern id='b'><s:rule context='h:name'>"
                + FAILING.replace("r-1", "r-2")
                + "</s:rule></s:pattern>"));
  }

  @Test
  void abstractPatternsAndRules_areFilledIn() throws IOException {
    violated(
        rules(
            ISO,
            "queryBinding='xslt2'",
            "<s:pattern abstract='true' id='muster'><s:rule abstract='true' id='regel'>"
                + FAILING
                + "</s:rule><s:rule context='$wo'><s:extends rule='regel'/></s:rule></s:pattern>"
                + "<s:pattern is-a='muster' id='p'><s:param name='wo' value='h:name'/></s:pattern>"));
    holds("Rex");
  }

  /**
   * One file with the rules, one that says what they are about, and one that puts them together.
   */
  @Test
  void patternsInFilesOfTheirOwn_arePutTogether() throws IOException {
    String model =
        "<s:pattern xmlns:s='%s' abstract='true' id='modell'><s:rule context='$Name'>"
            + "<s:assert id='r-1' flag='fatal' test='$r-1'>[r-1]-Regel</s:assert></s:rule></s:pattern>";
    String binding =
        "<s:pattern xmlns:s='%s' is-a='modell' id='bindung'><s:param name='Name' value='h:name'/>"
            + "<s:param name='r-1' value=\"not(. = 'Bello')\"/></s:pattern>";
    String all =
        rules(
            ISO,
            "queryBinding='xslt2'",
            "<s:phase id='alles'><s:active pattern='bindung'/></s:phase>"
                + "<s:include href='abstrakt/modell.sch'/><s:include href='Hund/bindung.sch'/>");
    Path delivery =
        Hund.files()
            .with("schematron/alle.sch", all)
            .with("schematron/abstrakt/modell.sch", model.formatted(ISO))
            .with("schematron/Hund/bindung.sch", binding.formatted(ISO))
            .folder(work);
    var installed = new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);

    assertThat(installed.standard().manifest().rules())
        .extracting("file")
        .containsExactly("schematron/alle.sch");
    assertThat(validate(Hund.message()).findings()).extracting("rule").containsExactly("r-1");
    holds("Rex");
  }

  @Test
  void functionsAndVariables_areKnown() throws IOException {
    violated(
        rules(
            ISO,
            "queryBinding='xslt2'",
            "<xsl:function name='h:gut' as='xs:boolean'><xsl:param name='n'/>"
                + "<xsl:sequence select=\"$n != 'Bello'\"/></xsl:function>"
                + "<s:let name='alle' value='//h:name'/><s:pattern><s:rule context='h:name'>"
                + "<s:let name='dieser' value='string($alle[1])'/>"
                + "<s:assert id='r-1' test='h:gut($dieser)'>Regel</s:assert></s:rule></s:pattern>"));
    holds("Rex");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "queryBinding='xslt'", "queryBinding='xslt2'", "queryBinding='xslt3'"})
  void everyQueryBindingOfXslt_isRun(String binding) throws IOException {
    violated(
        rules(
            ISO,
            binding,
            "<s:pattern><s:rule context='h:name'>" + FAILING + "</s:rule></s:pattern>"));
    holds("Rex");
  }

  @Test
  void arrowsAndMapsOfXpathThree_areKnown() throws IOException {
    violated(
        rules(
            ISO,
            "queryBinding='xslt3'",
            "<s:pattern><s:rule context='h:name'><s:assert id='r-1'"
                + " test=\"map{'Bello': false()}(string(.)) => empty()\">Regel</s:assert></s:rule>"
                + "</s:pattern>"));
    holds("Rex");
  }

  @Test
  void reportsThatFire_areViolations() throws IOException {
    violated(
        rules(
            ISO,
            "queryBinding='xslt2'",
            "<s:pattern><s:rule context='h:name'><s:report id='r-1' test=\". = 'Bello'\">Regel"
                + "</s:report></s:rule></s:pattern>"));
    holds("Rex");
  }

  private static String rules(String namespace, String attributes, String inside) {
    return "<s:schema xmlns:s='"
        + namespace
        + "' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
        + " xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:h='urn:test:hund:1.0' "
        + attributes
        + ">"
        + NS
        + inside
        + "</s:schema>";
  }

  private void violated(String rules) throws IOException {
    Path delivery = Hund.files().with("rules/r.sch", rules).folder(work);
    new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);

    assertThat(validate(Hund.message()).findings()).extracting("rule").containsExactly("r-1");
  }

  private void holds(String name) throws IOException {
    assertThat(validate(Hund.message().replace("Bello", name)).findings()).isEmpty();
  }

  private ValidationReport validate(String message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), ValidationOptions.ALL);
  }
}
