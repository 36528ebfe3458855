package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which schemas say where others lie. */
class LocationsTest {

  private static final String NAMES =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:simpleType name='Rufname'>"
          + "<xs:restriction base='xs:string'><xs:pattern value='[A-Z][a-z]+'/></xs:restriction>"
          + "</xs:simpleType></xs:schema>";
  private static final String CATALOG =
      "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog' prefer='system'>%s</catalog>";

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<system systemId='https://example.de/v/17' uri='extern/von%20dort/n17.xsd'/>",
        "<uri name='https://example.de/v/17' uri='extern/von%20dort/n17.xsd'/>",
        "<group xml:base='extern/'><system systemId='https://example.de/v/17'"
            + " uri='von%20dort/n17.xsd'/></group>"
      })
  void catalogOfTheDelivery_saysWhichFileAnswersAnAddress(String entry) throws IOException {
    installed(
        including("https://example.de/v/17")
            .with("extern/von dort/n17.xsd", NAMES)
            .with("catalog.xml", CATALOG.formatted(entry)));
  }

  @Test
  void catalogOfTheDelivery_mayLeadWholeFoldersElsewhere() throws IOException {
    String entry =
        "<rewriteSystem systemIdStartString='https://example.de/v/' rewritePrefix='extern/neu/'/>";
    installed(
        including("https://example.de/v/17/namen.xsd")
            .with("xsd/alt/namen.xsd", NAMES.replace("Rufname", "Zuname"))
            .with("extern/neu/17/namen.xsd", NAMES)
            .with("extern/oasis.xml", CATALOG.formatted(entry.replace("extern/", ""))));
  }

  @Test
  void catalogThatLeadsOutOfTheDelivery_countsForNothing() throws IOException {
    Files.writeString(work.resolve("n17.xsd"), NAMES);
    String entry = "<system systemId='https://example.de/v/17' uri='../n17.xsd'/>";
    Path delivery =
        including("https://example.de/v/17")
            .with("catalog.xml", CATALOG.formatted(entry))
            .folder(work);

    assertThatThrownBy(
            () -> new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT))
        .hasMessageContaining("XOEV-E013");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "typen\\namen.xsd",
        "\n    typen/namen.xsd\n  ",
        "./typen/../typen/namen.xsd",
        "TYPEN/Namen.XSD",
        "https://example.de/raw/typen/namen.xsd?ref_type=heads",
        "https://example.de/raw/namen.xsd#L1"
      })
  void oddLocation_leadsToItsFile(String location) throws IOException {
    installed(including(location).with("xsd/typen/namen.xsd", NAMES));
  }

  @Test
  void linkToAFolder_isTheFolder() throws IOException {
    Path delivery = including("namen.xsd").with("xsd/namen.xsd", NAMES).folder(work);
    Path link = Files.createSymbolicLink(work.resolve("aktuell"), delivery);

    new StandardInstaller(standards).install(link, InstallOptions.DEFAULT);

    assertDecides();
  }

  @Test
  void hiddenFolders_areNotPartOfADelivery() throws IOException {
    installed(
        including("namen.xsd")
            .with("xsd/namen.xsd", NAMES)
            .with(".alt/xsd/hund.xsd", "no schema at all"));
  }

  private static Packages including(String location) {
    String schema =
        Hund.schema(Hund.namespace("1.0"), "1.0")
            .replace(
                "<xs:annotation>", "<xs:include schemaLocation='" + location + "'/><xs:annotation>")
            .replace("name=\"name\" type=\"xs:string\"", "name=\"name\" type=\"h:Rufname\"");
    return Packages.empty().with("xsd/hund.xsd", schema);
  }

  private void installed(Packages files) throws IOException {
    new StandardInstaller(standards).install(files.folder(work), InstallOptions.DEFAULT);
    assertDecides();
  }

  private void assertDecides() throws IOException {
    assertThat(verdict(Hund.message())).isEqualTo(Verdict.VALID);
    assertThat(verdict(Hund.message().replace("Bello", "bello"))).isEqualTo(Verdict.INVALID);
  }

  private Verdict verdict(String message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK)
        .validate(Hund.content(message), ValidationOptions.ALL)
        .verdict();
  }
}
