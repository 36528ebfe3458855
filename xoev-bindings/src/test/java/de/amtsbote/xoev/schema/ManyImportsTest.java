package de.amtsbote.xoev.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A namespace whose files are imported one by one, which the schema factory does not do. */
class ManyImportsTest {

  private static final String XS = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' ";
  private static final String LIBRARY = XS + "targetNamespace='urn:test:bib' version='1'>";
  private static final String ROOT = "tier.meldung.0001";
  private static final String ONE =
      "<xs:import namespace='urn:test:bib' schemaLocation='eins.xsd'/>";
  private static final String TWO =
      "<xs:import namespace='urn:test:bib' schemaLocation='zwei.xsd'/>";
  private static final String BOTH =
      "<xs:element name='a' type='b:Eins'/><xs:element name='b' type='b:Zwei'/>";

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @CsvSource({"1, 2, VALID", "2, 2, INVALID", "1, 1, INVALID"})
  void namespaceFromTwoFiles_isUsedWhole(String a, String b, Verdict verdict) throws IOException {
    Packages files = files(message(ONE + TWO, BOTH), type("Eins", 1), type("Zwei", 2));

    assertThat(verdict(installed(files), a, b)).isEqualTo(verdict);
  }

  @Test
  void filesThatAreImportedInDifferentPlaces_areUsedTogether() throws IOException {
    Packages files =
        files(
                message(ONE + "<xs:include schemaLocation='teil.xsd'/>", elements("b:Eins", "t:T")),
                type("Eins", 1),
                type("Zwei", 2))
            .with("teil.xsd", part(TWO, "<xs:simpleType name='T'>" + based("b:Zwei")));

    assertThat(verdict(installed(files), "1", "2")).isEqualTo(Verdict.VALID);
  }

  @Test
  void fileThatTwoOthersInclude_isReadOnce() throws IOException {
    String include = "<xs:include schemaLocation='grund.xsd'/>";
    Packages files =
        files(message(ONE + TWO, BOTH), include + type("Eins", 1), include + type("Zwei", 2))
            .with("grund.xsd", LIBRARY + type("Grund", 3) + "</xs:schema>");

    assertThat(verdict(installed(files), "1", "2")).isEqualTo(Verdict.VALID);
  }

  @Test
  void copyOfAFile_countsOnce() throws IOException {
    Packages files =
        files(message(ONE + TWO, elements("b:Eins", "b:Eins")), type("Eins", 1), type("Eins", 1));

    assertThat(verdict(installed(files), "1", "1")).isEqualTo(Verdict.VALID);
  }

  @Test
  void mistakeInAFileThatNobodyNeeds_doesNoHarm() throws IOException {
    Packages files =
        files(
            message(ONE + TWO, elements("b:Eins", "b:Eins")),
            type("Eins", 1),
            "<xs:element name='kaputt' type='xs:nix'/>");

    assertThat(verdict(installed(files), "1", "1")).isEqualTo(Verdict.VALID);
  }

  @Test
  void typeThatNoFileDeclares_refusesThePackage() throws IOException {
    Packages files =
        files(message(ONE + TWO, elements("b:Eins", "b:Drei")), type("Eins", 1), type("Zwei", 2));

    assertThatThrownBy(() -> installed(files))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("b:Drei");
  }

  private static Packages files(String message, String one, String two) {
    return Packages.empty()
        .with("meldung.xsd", message)
        .with("eins.xsd", LIBRARY + one + "</xs:schema>")
        .with("zwei.xsd", LIBRARY + two + "</xs:schema>");
  }

  private static String message(String references, String elements) {
    return part(
        references,
        "<xs:element name='"
            + ROOT
            + "'><xs:complexType><xs:sequence>"
            + elements
            + "</xs:sequence></xs:complexType></xs:element>");
  }

  private static String part(String references, String inside) {
    return XS
        + "xmlns:b='urn:test:bib' xmlns:t='urn:test:tier' targetNamespace='urn:test:tier'"
        + " version='1.0' elementFormDefault='qualified'>"
        + references
        + inside
        + "</xs:schema>";
  }

  private static String elements(String one, String two) {
    return "<xs:element name='a' type='" + one + "'/><xs:element name='b' type='" + two + "'/>";
  }

  private static String based(String type) {
    return "<xs:restriction base='" + type + "'/></xs:simpleType>";
  }

  private static String type(String name, int value) {
    return "<xs:simpleType name='"
        + name
        + "'><xs:restriction base='xs:string'><xs:enumeration value='"
        + value
        + "'/></xs:restriction></xs:simpleType>";
  }

  /** Each file of one knows one file of the other only. */
  @ParameterizedTest
  @CsvSource({"hin, 1", "hin, 2", "her, 1", "her, 2"})
  void namespacesWithMessagesThatImportEachOther_areBothUsedWhole(String root, int number)
      throws IOException {
    var files = Packages.empty();
    for (int i = 1; i < 3; i++) {
      files.with("hin" + i + ".xsd", tangled("hin", "her", i));
      files.with("her" + i + ".xsd", tangled("her", "hin", i));
    }
    Xoev xoev = installed(files);

    assertThat(tangledVerdict(xoev, root, number, "abc")).isEqualTo(Verdict.VALID);
    assertThat(tangledVerdict(xoev, root, number, "ABC")).isEqualTo(Verdict.INVALID);
  }

  private static String tangled(String own, String other, int number) {
    return XS
        + ("xmlns:o='urn:test:OTHER' targetNamespace='urn:test:OWN' version='1'>"
                + "<xs:import namespace='urn:test:OTHER' schemaLocation='OTHERNR.xsd'/>"
                + "<xs:simpleType name='TypNR'><xs:restriction base='xs:string'>"
                + "<xs:pattern value='[a-z]+'/></xs:restriction></xs:simpleType>"
                + "<xs:element name='OWN.000NR' type='o:TypNR'/></xs:schema>")
            .replace("OTHER", other)
            .replace("OWN", own)
            .replace("NR", String.valueOf(number));
  }

  private static Verdict tangledVerdict(Xoev xoev, String root, int number, String value)
      throws IOException {
    String message = "<m:%1$s.000%2$d xmlns:m='urn:test:%1$s'>%3$s</m:%1$s.000%2$d>";
    String text = message.formatted(root, number, value);
    Content content = Content.of(text.getBytes(StandardCharsets.UTF_8));
    return xoev.validate(content, ValidationOptions.ALL).verdict();
  }

  private static Verdict verdict(Xoev xoev, String a, String b) throws IOException {
    String message =
        "<%1$s xmlns='urn:test:tier'><a>%2$s</a><b>%3$s</b></%1$s>".formatted(ROOT, a, b);
    Content content = Content.of(message.getBytes(StandardCharsets.UTF_8));
    return xoev.validate(content, ValidationOptions.ALL).verdict();
  }

  private Xoev installed(Packages files) throws IOException {
    new StandardInstaller(standards).install(files.zip(work), InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK);
  }
}
