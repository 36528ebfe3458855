package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardInstallerTest {

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void folderWithoutUmbrella_isInstalledWithAllMessages() throws IOException {
    Path delivery = Packages.xdemo().without("xsd/xdemo.xsd").folder(work);

    var manifest = install(delivery).standard().manifest();

    assertThat(manifest.roots()).hasSize(9);
    assertThat(manifest.schemas()).hasSize(2);
  }

  @Test
  void umbrellaThatIncludesMostOfTheSchemas_isTheEntry() throws IOException {
    Path delivery =
        Hund.files()
            .with(
                "xsd/zucht.xsd",
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:h='urn:test:hund:1.0'"
                    + " targetNamespace='urn:test:hund:1.0'><xs:include schemaLocation='hund.xsd'/>"
                    + "<xs:complexType name='Zucht'><xs:complexContent><xs:extension base="
                    + "'h:Nachricht'/></xs:complexContent></xs:complexType></xs:schema>")
            .folder(work);

    assertThat(install(delivery).standard().manifest().schemas()).containsExactly("xsd/zucht.xsd");
    String message = Hund.message().replaceFirst("xmlns:h=", "xsi:type=\"h:Zucht\" xmlns:h=");
    message =
        message.replaceFirst(
            "xmlns:h=", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:h=");
    assertThat(
            Xoev.open(standards, Demo.CLOCK)
                .validate(Hund.content(message), ValidationOptions.ALL)
                .verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void moduleWithFewMessagesBesideTheStandard_doesNotGiveItsNameToThePackage() throws IOException {
    String module =
        Hund.schema("urn:test:quittung:4", "4")
            .replace("xhund", "xquittung")
            .replaceAll("<xs:element name=\"hund\\.(storno|mahnung).*?/>", "")
            .replace("hund.anmeldung.0100", "quittung.quittung.0900");

    Installation installed =
        install(
            Hund.files()
                .with("xsd/a-quittung.xsd", module)
                .with("xsd/z-quittung.xsd", module.replace("quittung:4", "quittung.z:4"))
                .folder(work));

    assertThat(installed.standard().id()).isEqualTo("xhund-1.0");
    assertThat(installed.standard().manifest().namespaces()).hasSize(3);
  }

  @Test
  void absoluteLocations_areAnsweredByFilesOfThePackage() throws IOException {
    String absolute = "schemaLocation=\"https://xdemo.example/schemata/1.0/";
    Packages files = Packages.xdemo();
    for (String file : new String[] {"xdemo.xsd", "xdemo-antraege.xsd", "xdemo-vorgang.xsd"}) {
      files.replaced("xsd/" + file, "schemaLocation=\"", absolute);
    }

    var manifest = install(files.zip(work)).standard().manifest();

    assertThat(manifest.locations())
        .containsEntry("https://xdemo.example/schemata/1.0/xdemo-kopf.xsd", "xsd/xdemo-kopf.xsd");
  }

  @Test
  void blanksAndColonsInNames_doNotMatter() throws IOException {
    Packages files =
        Packages.xdemo()
            .renamed("xsd/xdemo-kopf.xsd", "xsd/urn:xdemo kopf & 'co'.xsd")
            .replaced("xsd/xdemo.xsd", "xdemo-kopf.xsd", "urn:xdemo%20kopf%20&amp;%20'co'.xsd")
            .replaced(
                "xsd/xdemo-antraege.xsd",
                "xdemo-kopf.xsd",
                "urn:xdemo kopf &amp; &apos;co&apos;.xsd")
            .replaced("xsd/xdemo-vorgang.xsd", "xdemo-kopf.xsd", "./urn:xdemo kopf &amp; 'co'.xsd");

    assertThat(install(files.zip(work)).standard().manifest().roots()).hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "http://xoev.de/schemata/code/1_0, XÖV code types",
    "http://www.w3.org/1999/xlink, W3C XLink schema",
    "urn:unknown, the standard that owns"
  })
  void missingImport_isNamedWithItsPublisher(String namespace, String publisher)
      throws IOException {
    Path delivery =
        importing(namespace, "http://elsewhere.example/fehlt.xsd", Packages.xdemo()).zip(work);

    assertThatThrownBy(() -> install(delivery))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining(namespace + " (http://elsewhere.example/fehlt.xsd")
        .hasMessageContaining(publisher);
    assertThat(StandardCatalog.read(standards).packages()).isEmpty();
  }

  @Test
  void importOfWhichNothingIsUsed_isLeftOutWhenAsked() throws IOException {
    String location = "http://elsewhere.example/fehlt.xsd";
    Path delivery = importing("urn:fehlt", location, Packages.xdemo()).zip(work);

    var installed =
        new StandardInstaller(standards)
            .install(delivery, InstallOptions.DEFAULT.leavingOutUnused());

    assertThat(installed.remarks())
        .extracting("english")
        .contains("Left out, because nothing of it is used: urn:fehlt (" + location + ")");
    assertThat(
            Xoev.open(standards, Demo.CLOCK)
                .validate(Hund.content(Demo.text("0100/minimal.xml")), ValidationOptions.ALL)
                .verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void whatWasLeftOut_isNothingThatOthersCouldUse() throws IOException {
    Path first =
        importing("urn:fehlt", "http://elsewhere.example/fehlt.xsd", Packages.xdemo()).zip(work);
    new StandardInstaller(standards).install(first, InstallOptions.DEFAULT.leavingOutUnused());
    String dog =
        Hund.schema(Hund.namespace("1.0"), "1.0")
            .replace("<xs:annotation>", "<xs:import namespace='urn:fehlt'/><xs:annotation>");

    refused(
        XoevError.IMPORT_UNRESOLVED,
        () -> install(Packages.empty().with("hund.xsd", dog).folder(work)));
  }

  @Test
  void importOfWhichSomethingIsUsed_isNeverLeftOut() throws IOException {
    Path delivery =
        Hund.files()
            .with(
                "xsd/teil.xsd",
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:f='urn:fehlt'"
                    + " targetNamespace='urn:test:hund:1.0'><xs:import namespace='urn:fehlt'/>"
                    + "<xs:element name='hund.teil.0401' type='f:Typ'/></xs:schema>")
            .folder(work);

    refused(
        XoevError.SCHEMA_INVALID,
        () ->
            new StandardInstaller(standards)
                .install(delivery, InstallOptions.DEFAULT.leavingOutUnused()));
  }

  @Test
  void importThatManySchemasLack_isNamedOnce() throws IOException {
    var files = Hund.files();
    for (int i = 1; i < 6; i++) {
      files.with(
          "xsd/teil" + i + ".xsd",
          "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:f='urn:fehlt'"
              + " targetNamespace='urn:test:hund:1.0'><xs:import namespace='urn:fehlt'"
              + " schemaLocation='fehlt.xsd'/><xs:element name='hund.teil.040"
              + i
              + "' type='f:Typ'/></xs:schema>");
    }

    assertThatThrownBy(() -> install(files.folder(work)))
        .hasMessageContaining("asked for by teil1.xsd, teil2.xsd, teil3.xsd and 2 more")
        .extracting(it -> it.getMessage().split("urn:fehlt", -1).length)
        .isEqualTo(2);
  }

  @Test
  void missingImport_isAnsweredByTheFileLaidBeside_asItsRemedySays() throws IOException {
    String code = "http://xoev.de/schemata/code/1_0";
    String types =
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='"
            + code
            + "'><xs:simpleType name='T'><xs:restriction base='xs:string'/></xs:simpleType></xs:schema>";

    Path delivery =
        importing(code, code + "/xoev-code.xsd", Packages.xdemo())
            .with("xsd/xoev-code.xsd", types)
            .zip(work);

    assertThat(install(delivery).standard().manifest().locations())
        .containsEntry(code + "/xoev-code.xsd", "xsd/xoev-code.xsd");
    assertThat(XoevError.IMPORT_UNRESOLVED.remedy().english()).contains("add the schema files");
  }

  private static Packages importing(String namespace, String location, Packages files)
      throws IOException {
    String include = "<xs:include schemaLocation=\"xdemo-codes.xsd\"/>";
    String reference =
        "<xs:import namespace=\"" + namespace + "\" schemaLocation=\"" + location + "\"/>";
    return files.replaced("xsd/xdemo.xsd", include, include + reference);
  }

  @Test
  void brokenSchema_changesNothing() throws IOException {
    install(Packages.xdemo().zip(work));
    Path broken = Packages.xdemo().replaced("xsd/xdemo-kopf.xsd", "xd:Uuid", "xd:Nix").zip(work);

    refused(
        XoevError.SCHEMA_INVALID,
        () -> new StandardInstaller(standards).install(broken, InstallOptions.DEFAULT.replacing()));
    assertThat(new StandardInstaller(standards).check("xdemo", "1.0")).isEmpty();
    assertThat(standards.toFile().list()).containsExactlyInAnyOrder("xdemo-1.0", ".lock");
  }

  @Test
  void brokenRules_changeNothing() throws IOException {
    Path broken =
        Packages.xdemo()
            .withRule(
                "<sch:pattern><sch:rule context='/*'><sch:assert"
                    + " test='((('/></sch:rule></sch:pattern>")
            .zip(work);

    refused(XoevError.RULES_INVALID, () -> install(broken));
    assertThat(standards.toFile().list()).isEmpty();
  }

  @Test
  void sameVersion_isNotReplacedUnasked() throws IOException {
    Path delivery = Packages.xdemo().zip(work);
    install(delivery);

    refused(XoevError.ALREADY_INSTALLED, () -> install(delivery));
  }

  @Test
  void entryThatLeadsOutOfThePackage_isRefused() throws IOException {
    Path zip = zip("../../evil.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>");

    refused(XoevError.PACKAGE_UNSAFE, () -> install(zip));
  }

  @Test
  void archivesWithoutEndInEachOther_areRefused() throws IOException {
    byte[] inner = "<a/>".getBytes(StandardCharsets.UTF_8);
    Path zip = null;
    for (int depth = 0; depth < 6; depth++) {
      zip = zip(depth == 0 ? "a.xsd" : "a.zip", inner);
      inner = Files.readAllBytes(zip);
    }
    Path nested = zip;

    refused(XoevError.PACKAGE_UNSAFE, () -> install(nested));
  }

  @Test
  void bomb_isRefused() throws IOException {
    Path zip = work.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.xsd"));
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(blanks);
      }
      out.closeEntry();
    }

    refused(XoevError.PACKAGE_UNSAFE, () -> install(zip));
  }

  @Test
  void whatIsNoZip_isRefused() throws IOException {
    Path file = Files.writeString(work.resolve("no.zip"), "no zip");

    refused(XoevError.PACKAGE_UNREADABLE, () -> install(file));
  }

  @Test
  void deliveryWithoutSchemas_isRefused() throws IOException {
    Path zip = zip("spec.pdf", "%PDF");

    refused(XoevError.PACKAGE_WITHOUT_SCHEMA, () -> install(zip));
  }

  @Test
  void removedPackage_isGone() throws IOException {
    install(Packages.xdemo().zip(work));

    new StandardInstaller(standards).remove("xdemo", "1.0");

    assertThat(standards.toFile().list()).containsExactly(".lock");
  }

  @Test
  void schemasOfAnotherInstalledPackage_areUsedAndRemembered() throws IOException {
    install(Packages.xdemo().zip(work));
    Path second =
        Packages.empty()
            .with(
                "xsd/zweit.xsd",
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
                    + " xmlns:x='urn:amtsbote:standard:xdemo_1.0' targetNamespace='urn:zweit:2.0'"
                    + " version='2.0' elementFormDefault='qualified'>"
                    + "<xs:import namespace='urn:amtsbote:standard:xdemo_1.0'"
                    + " schemaLocation='http://elsewhere.example/xdemo.xsd'/>"
                    + "<xs:element name='zweit.nachricht.0001' type='x:Person'/></xs:schema>")
            .zip(work);

    var installed = install(second).standard();

    assertThat(installed.manifest().requires()).containsExactly("xdemo-1.0");
    refused(
        XoevError.IMPORT_UNRESOLVED, () -> new StandardInstaller(standards).remove("xdemo", "1.0"));
  }

  @Test
  void officialStandard_isInstalledWithoutTheHelpersOfTheTestSet() throws IOException {
    Path official = Shared.standard("xschule-1.2");
    Path delivery = work.resolve("as-published");
    try (var paths = Files.walk(official)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = path.getFileName().toString();
        if (name.matches("(?!_driver).*\\.(xsd|sch)")) {
          Path to = delivery.resolve(official.relativize(path));
          Files.createDirectories(to.getParent());
          Files.copy(path, to);
        }
      }
    }

    var manifest = install(delivery).standard().manifest();

    assertThat(manifest.roots()).hasSize(5);
    assertThat(manifest.header()).isEqualTo("none");
    assertThat(manifest.version()).isEqualTo("1.2");
  }

  private Installation install(Path delivery) {
    return new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
  }

  private static void refused(XoevError error, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOf(XoevException.class)
        .extracting(thrown -> ((XoevException) thrown).error())
        .isEqualTo(error);
  }

  private Path zip(String entry, String text) throws IOException {
    return zip(entry, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path zip(String entry, byte[] bytes) throws IOException {
    Path zip = work.resolve("made.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        var out = new ZipOutputStream(file)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(bytes);
      out.closeEntry();
    }
    return zip;
  }
}
