package de.amtsbote.xoev.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The four code types of the handbook: how much of list and version the schema fixes. */
class CodeTypesTest {

  private static final String TYPE_2 = "name=\"listURI\" fixed=\"urn:test:farbe\"";
  private static final String VERSION_2 = "name=\"listVersionID\" fixed=\"1\"";
  private static final String CODE = "name=\"code\" type=\"xs:token\" form=\"unqualified\"";

  @TempDir Path work;
  @TempDir Path standards;

  static Stream<Arguments> cases() {
    return Stream.of(
        of(1, "", "BRAUN", ""),
        of(1, "", "LILA", "XOEV-X001 XOEV-X011"),
        of(2, "", "BRAUN", ""),
        of(2, "", "LILA", "XOEV-X011"),
        of(2, "listURI='urn:test:farbe' listVersionID='1'", "BRAUN", ""),
        of(2, "listVersionID='2'", "BRAUN", "XOEV-X001 XOEV-X011"),
        of(3, "listVersionID='1'", "BRAUN", ""),
        of(3, "listVersionID='1'", "GELB", "XOEV-X011"),
        of(3, "listVersionID='2'", "GELB", ""),
        of(3, "listVersionID='2026-07-01'", "GELB", "XOEV-X012"),
        of(4, "listURI='urn:test:farbe' listVersionID='2'", "GELB", ""),
        of(4, "listURI='urn:test:farbe' listVersionID='1'", "GELB", "XOEV-X011"),
        of(4, "listURI='urn:test:fremd' listVersionID='1'", "GELB", "XOEV-X010"),
        of(4, "listURI='urn:test:farbe' listVersionID=' 2 '", "GELB", ""));
  }

  private static Arguments of(int type, String attributes, String code, String found) {
    return Arguments.of(type, attributes, code, found);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void code_isLookedUpWhereItsTypeSays(int type, String attributes, String code, String found)
      throws IOException {
    var report = validate(type, attributes, code);

    assertThat(report.findings())
        .extracting("code")
        .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found.split(" ")));
    boolean warning = found.equals("XOEV-X010") || found.equals("XOEV-X012");
    assertThat(report.isValid()).isEqualTo(found.isEmpty() || warning);
  }

  private ValidationReport validate(int type, String attributes, String code) throws IOException {
    Packages files =
        Packages.empty()
            .with("xsd/hund.xsd", schema(type))
            .with("listen/farbe_1.gc", list("1", "BRAUN"))
            .with("listen/farbe_2.gc", list("2", "GELB"));
    new StandardInstaller(standards).install(files.folder(work), InstallOptions.DEFAULT);
    String body =
        "<h:name>Bello</h:name><h:farbe " + attributes + "><code>" + code + "</code></h:farbe>";
    return Xoev.open(standards, Demo.CLOCK)
        .validate(
            Hund.content(Hund.message("hund.anmeldung.0100", "1.0", body)), ValidationOptions.ALL);
  }

  private static String schema(int type) {
    String schema = Hund.schema(Hund.namespace("1.0"), "1.0");
    String version = "name=\"listVersionID\" type=\"xs:normalizedString\" use=\"required\"";
    String uri = "name=\"listURI\" type=\"xs:anyURI\" use=\"required\"";
    return switch (type) {
      case 1 ->
          schema.replace(
              "<xs:element " + CODE + "/>",
              "<xs:element name='code' form='unqualified'><xs:simpleType>"
                  + "<xs:restriction base='xs:token'><xs:enumeration value='BRAUN'/>"
                  + "</xs:restriction></xs:simpleType></xs:element>");
      case 3 -> schema.replace(VERSION_2, version);
      case 4 -> schema.replace(VERSION_2, version).replace(TYPE_2, uri);
      default -> schema;
    };
  }

  private static String list(String version, String code) {
    String columns =
        "<ColumnSet><Column Id='c'><ShortName>code</ShortName></Column>"
            + "<Key Id='k'><ShortName>k</ShortName><ColumnRef Ref='c'/></Key></ColumnSet>";
    return Hund.codeList(
            columns,
            "<Row><Value ColumnRef='c'><SimpleValue>" + code + "</SimpleValue></Value></Row>")
        .replace("<Version>1<", "<Version>" + version + "<");
  }
}
