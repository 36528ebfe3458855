package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others use and what has no messages of its own: data types, frames, code lists. */
class LibraryPackagesTest {

  private static final String TYPES =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:test:typen_2.1">
        <xs:annotation><xs:appinfo><standard xmlns=""><nameKurz>XTypen</nameKurz>
          <kennung>urn:test:standard:xtypen_2.1</kennung></standard></xs:appinfo></xs:annotation>
        <xs:include schemaLocation="muster/namen.xsd"/>
      </xs:schema>
      """;
  private static final String NAMES =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:test:typen_2.1">
        <xs:simpleType name="Rufname"><xs:restriction base="xs:string">
          <xs:pattern value="[A-Z][a-z]+"/></xs:restriction></xs:simpleType>
      </xs:schema>
      """;
  private static final String IMPORT =
      "<xs:import namespace='urn:test:typen_2.1' schemaLocation='https://example.de/typen.xsd'/>";
  private static final String COLUMNS =
      "<ColumnSet><Column Id='c'><ShortName>code</ShortName></Column>"
          + "<Key Id='k'><ShortName>k</ShortName><ColumnRef Ref='c'/></Key></ColumnSet>";
  private static final String BROWN =
      "<Row><Value ColumnRef='c'><SimpleValue>BRAUN</SimpleValue></Value></Row>";

  @TempDir Path work;
  @TempDir Path delivery;
  @TempDir Path standards;

  @Test
  void typesWithoutMessages_areInstalledUnderTheirOwnName() throws IOException {
    var library = install(types().zip(work));

    assertThat(library.standard().id()).isEqualTo("xtypen-2.1");
    assertThat(library.standard().manifest().roots()).isEmpty();
    assertThat(library.standard().manifest().schemas()).containsExactly("xsd/typen.xsd");
    assertThat(library.remarks())
        .extracting("english")
        .anyMatch(it -> it.toString().contains("no messages of its own"));
  }

  @Test
  void standardThatImportsThem_usesTheInstalledTypes() throws IOException {
    install(types().zip(work));

    var dog = install(Packages.empty().with("hund.xsd", importing()).folder(delivery));

    assertThat(dog.standard().manifest().requires()).containsExactly("xtypen-2.1");
    assertThat(validate(Hund.message()).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(Hund.message().replace("Bello", "bello")).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void elementsOfWhatALibraryImports_areNoMessages() throws IOException {
    String signature =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:test:zeichen'>"
            + "<xs:element name='Unterschrift' type='xs:string'/></xs:schema>";
    String types =
        TYPES.replace("<xs:include", "<xs:import namespace='urn:test:zeichen'/><xs:include");
    types = types.replace("</xs:schema>", "<xs:attribute name='a' type='xs:string'/></xs:schema>");

    var library =
        install(
            types()
                .with("xsd/typen.xsd", types)
                .with("xsd/extern/zeichen.xsd", signature)
                .zip(work));

    assertThat(library.standard().id()).isEqualTo("xtypen-2.1");
    assertThat(library.standard().manifest().roots()).isEmpty();
  }

  @Test
  void schemaThatOnlyLeadsToOthers_makesThemNoLibraries() throws IOException {
    String driver =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
            + "<xs:import namespace='urn:test:zeichen' schemaLocation='zeichen.xsd'/></xs:schema>";
    String message =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:test:zeichen'>"
            + "<xs:element name='Zeichen' type='xs:string'/></xs:schema>";

    var installed =
        install(Packages.empty().with("alle.xsd", driver).with("zeichen.xsd", message).zip(work));

    assertThat(installed.standard().manifest().roots())
        .extracting("name")
        .containsExactly("Zeichen");
  }

  @Test
  void typesThatAStandardUses_areNotRemoved() throws IOException {
    install(types().zip(work));
    install(Packages.empty().with("hund.xsd", importing()).folder(delivery));

    assertThatThrownBy(() -> new StandardInstaller(standards).remove("xtypen", "2.1"))
        .hasMessageContaining("xhund-1.0 needs xtypen-2.1");
  }

  @Test
  void standardWithoutTheTypes_saysWhatToInstallBefore() {
    assertThatThrownBy(
            () -> install(Packages.empty().with("hund.xsd", importing()).folder(delivery)))
        .hasMessageContaining("XOEV-E013")
        .hasMessageContaining("urn:test:typen_2.1");
  }

  @Test
  void listInAFileOfItsOwn_isKnownToTheStandards() throws IOException {
    install(Hund.files().folder(delivery));
    Path file = work.resolve("urn_test_farbe_1.xml");

    var list = install(Files.writeString(file, Hund.codeList(COLUMNS, BROWN)));

    assertThat(list.standard().id()).isEqualTo("farbe-1");
    assertThat(validate(coloured("BRAUN")).findings()).isEmpty();
    assertThat(validate(coloured("LILA")).findings()).extracting("code").contains("XOEV-X011");
  }

  @Test
  void severalLists_areOnePackageWithANameOfItsOwn() throws IOException {
    String other = Hund.codeList(COLUMNS, BROWN).replace("<Version>1<", "<Version>2026-06-30<");
    var lists =
        install(
            Packages.empty()
                .with("a.gc", Hund.codeList(COLUMNS, BROWN))
                .with("b.gc", other)
                .zip(work));

    assertThat(lists.standard().id()).matches("codelisten-[0-9a-f]{8}");
    assertThat(lists.standard().manifest().codeLists()).containsExactly("a.gc", "b.gc");
    assertThat(new StandardInstaller(standards).check("codelisten", lists.standard().version()))
        .isNotNull();
  }

  private static Packages types() {
    return Packages.empty().with("xsd/typen.xsd", TYPES).with("xsd/muster/namen.xsd", NAMES);
  }

  private static String importing() {
    return Hund.schema(Hund.namespace("1.0"), "1.0")
        .replaceFirst("<xs:annotation>", IMPORT + "<xs:annotation>")
        .replace("name=\"name\" type=\"xs:string\"", "name=\"name\" type=\"t:Rufname\"")
        .replace("xmlns:h=", "xmlns:t='urn:test:typen_2.1' xmlns:h=");
  }

  private static String coloured(String code) {
    return Hund.message(
        "hund.anmeldung.0100",
        "1.0",
        "<h:name>Bello</h:name><h:farbe><code>" + code + "</code></h:farbe>");
  }

  private Installation install(Path from) {
    return new StandardInstaller(standards).install(from, InstallOptions.DEFAULT);
  }

  private ValidationReport validate(String message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), ValidationOptions.ALL);
  }
}
