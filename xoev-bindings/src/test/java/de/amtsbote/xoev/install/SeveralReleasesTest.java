package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.Validity;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralReleasesTest {

  private static final String SHARED = "urn:test:hund";

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void twoReleasesInOneDelivery_areRefusedByName() throws IOException {
    refused(
        Packages.empty()
            .with("v1/hund.xsd", Hund.schema(Hund.namespace("1.0"), "1.0"))
            .with("v2/hund.xsd", Hund.schema(Hund.namespace("2.0"), "2.0")),
        "xhund 1.0 and xhund 2.0");
  }

  @Test
  void releasesThatShareNamespaceAndFileName_areRefused() throws IOException {
    refused(
        Packages.empty()
            .with("v1/hund.xsd", Hund.schema(SHARED, "1.0"))
            .with("v2/hund.xsd", Hund.schema(SHARED, "2.0")),
        "hund.xsd");
  }

  @Test
  void releasesThatShareANamespace_areRefused() throws IOException {
    refused(
        Packages.empty()
            .with("v1/hund_1.xsd", Hund.schema(SHARED, "1.0"))
            .with("v2/hund_2.xsd", Hund.schema(SHARED, "2.0")),
        "versions 1.0 and 2.0");
  }

  @Test
  void sameSchemaTwiceWithOtherLayout_isOneRelease() throws IOException {
    String schema = Hund.schema(SHARED, "1.0");
    Packages files =
        Packages.empty()
            .with("xsd/hund.xsd", schema)
            .with("xsd_dev/hund.xsd", schema.replace("\n", "\r\n") + "<!-- relative -->");

    assertThat(install(files).standard().id()).isEqualTo("xhund-1.0");
  }

  @Test
  void sameSchemaWithoutItsRemarks_isOneRelease() throws IOException {
    String schema = Hund.schema(SHARED, "1.0");
    Packages files =
        Packages.empty()
            .with("kurz/hund.xsd", schema.replaceAll("(?s)<xs:annotation>.*?</xs:annotation>", ""))
            .with("lang/hund.xsd", schema);

    assertThat(install(files).standard().id()).isEqualTo("xhund-1.0");
  }

  @Test
  void schemasOfOneNameThatDeclareDifferentThings_arePartsOfOneRelease() throws IOException {
    String more =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:test:hund'>"
            + "<xs:element name='hund.fund.0400' type='xs:string'/></xs:schema>";
    Packages files =
        Packages.empty().with("a/hund.xsd", Hund.schema(SHARED, "1.0")).with("b/hund.xsd", more);

    assertThat(install(files).standard().manifest().roots())
        .extracting("name")
        .contains("hund.anmeldung.0100", "hund.fund.0400");
  }

  @Test
  void releasesInFoldersOfTheirOwn_areInstalledOneByOne() throws IOException {
    Packages files =
        Packages.empty()
            .with("paket/v1/hund.xsd", Hund.schema(Hund.namespace("1.0"), "1.0"))
            .with("paket/v2/hund.xsd", Hund.schema(Hund.namespace("2.0"), "2.0"))
            .with("paket/listen/farbe.gc", Hund.codeList("", ""));

    assertThat(installAll(files))
        .extracting(it -> it.standard().id())
        .containsExactly("xhund-1.0", "xhund-2.0");
    assertThat(standards.resolve("xhund-2.0/paket/listen/farbe.gc")).exists();
    assertThat(standards.resolve("xhund-2.0/paket/v1")).doesNotExist();
  }

  @Test
  void releasesThatShareTheirNamespace_areInstalledFromTheirFolders() throws IOException {
    Packages files =
        Packages.empty()
            .with("v1/hund.xsd", Hund.schema(SHARED, "1.0"))
            .with("v2/hund.xsd", Hund.schema(SHARED, "2.0"));

    assertThat(installAll(files)).hasSize(2);
    var xoev = Xoev.open(standards, Demo.CLOCK);
    String message = Hund.message("hund.anmeldung.0100", "2.0", "<h:name>Bello</h:name>");
    var report =
        xoev.validate(
            Hund.content(message.replace(Hund.namespace("2.0"), SHARED)), ValidationOptions.ALL);
    assertThat(report.version()).isEqualTo("2.0");
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void oneReleaseThatIsBroken_keepsTheOthersOut() throws IOException {
    Packages files =
        Packages.empty()
            .with("v1/hund.xsd", Hund.schema(Hund.namespace("1.0"), "1.0"))
            .with("v2/hund.xsd", Hund.schema(Hund.namespace("2.0"), "2.0"))
            .with("v2/kaputt.sch", Packages.schematron("<sch:pattern><sch:rule context='['/>"));

    assertThatThrownBy(() -> installAll(files)).isInstanceOf(XoevException.class);
    assertThat(standards).isEmptyDirectory();
  }

  @Test
  void oneReleaseThatIsInstalledAlready_keepsTheOthersOut() throws IOException {
    Packages first =
        Packages.empty().with("v2/hund.xsd", Hund.schema(Hund.namespace("2.0"), "2.0"));
    new StandardInstaller(standards).install(first.zip(work), InstallOptions.DEFAULT);

    assertThatThrownBy(
            () ->
                installAll(
                    Packages.empty()
                        .with("v1/hund.xsd", Hund.schema(Hund.namespace("1.0"), "1.0"))
                        .with("v2/hund.xsd", Hund.schema(Hund.namespace("2.0"), "2.0"))))
        .hasMessageContaining("XOEV-E016");
    assertThat(standards.resolve("xhund-1.0")).doesNotExist();
  }

  @Test
  void oneDateForTwoReleases_isRefused() throws IOException {
    Path delivery =
        Packages.empty()
            .with("v1/hund.xsd", Hund.schema(Hund.namespace("1.0"), "1.0"))
            .with("v2/hund.xsd", Hund.schema(Hund.namespace("2.0"), "2.0"))
            .folder(work);

    assertThatThrownBy(
            () ->
                new StandardInstaller(standards)
                    .installAll(delivery, InstallOptions.DEFAULT.inForce(Validity.ALWAYS)))
        .hasMessageContaining("XOEV-E019");
  }

  private List<Installation> installAll(Packages files) throws IOException {
    return new StandardInstaller(standards).installAll(files.folder(work), InstallOptions.DEFAULT);
  }

  private void refused(Packages files, String naming) throws IOException {
    assertThatThrownBy(() -> install(files))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining(naming)
        .extracting(thrown -> ((XoevException) thrown).error())
        .isEqualTo(XoevError.PACKAGE_AMBIGUOUS);
    assertThat(standards).isEmptyDirectory();
  }

  private Installation install(Packages files) throws IOException {
    return new StandardInstaller(standards).install(files.folder(work), InstallOptions.DEFAULT);
  }
}
