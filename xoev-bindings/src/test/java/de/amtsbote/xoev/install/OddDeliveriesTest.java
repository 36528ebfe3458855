package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deliveries have in them besides sound files; nothing of it is dropped without a word. */
class OddDeliveriesTest {

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @CsvSource({
    "rules/kaputt.sch, RULES_INVALID",
    "rules/kaputt.xsl, RULES_INVALID",
    "xsd/kaputt.xsd, PACKAGE_UNREADABLE"
  })
  void fileBrokenBeforeItsFirstElement_refusesThePackage(String file, XoevError error)
      throws IOException {
    Path delivery = Hund.files().with(file, "\n<?xml version='1.0'?><schema/>").folder(work);

    refused(error, file.substring(file.indexOf('/') + 1), () -> install(delivery));
  }

  @ParameterizedTest
  @CsvSource({"rules/regeln.sch", "xsd/x.xsd", "listen/farbe.gc"})
  void fileThatIsNotWhatItsNameSays_isNamed(String file) throws IOException {
    var installation = install(Hund.files().with(file, "<schema/>").folder(work));

    assertThat(installation.remarks())
        .extracting("english")
        .contains(
            "Left out: "
                + file.substring(file.indexOf('/') + 1)
                + " is by its content not what its name says.");
  }

  @Test
  void brokenArchiveOfSamples_isLeftOutWithARemark() throws IOException {
    Path delivery = Hund.files().with("beispiele.zip", "no zip").folder(work);

    assertThat(install(delivery).remarks())
        .extracting("english")
        .anyMatch(remark -> String.valueOf(remark).contains("beispiele.zip"));
  }

  @Test
  void archiveThatIsCutOffBehindSchemas_refusesThePackage() throws IOException {
    Path cut = zip("hund.xsd", Hund.schema(Hund.namespace("1.0"), "1.0"), "zweite.xsd", "<a/>");
    byte[] bytes = Files.readAllBytes(cut);
    int second = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("zweite.xsd");
    bytes[second + 10] = (byte) 0xFF;
    Path delivery = Files.createDirectories(work.resolve("delivery"));
    Files.write(delivery.resolve("schemata.zip"), bytes);

    refused(XoevError.PACKAGE_UNREADABLE, "zweite.xsd", () -> install(delivery));
  }

  @Test
  void storedEntriesWhoseSizeStandsInTheDirectoryOnly_areRead() throws IOException {
    byte[] schema = Hund.schema(Hund.namespace("1.0"), "1.0").getBytes(StandardCharsets.UTF_8);
    var crc = new CRC32();
    crc.update(schema);
    Path zip = work.resolve("stored.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      var entry = new ZipEntry("hund.xsd");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(schema.length);
      entry.setCrc(crc.getValue());
      out.putNextEntry(entry);
      out.write(schema);
      out.closeEntry();
    }
    byte[] bytes = Files.readAllBytes(zip);
    bytes[6] |= 8;
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2") + 8] |= 8;
    Files.write(zip, bytes);

    assertThat(install(zip).standard().id()).isEqualTo("xhund-1.0");
  }

  @Test
  void fileThatIsNotThere_isSaidToBeMissing() {
    refused(
        XoevError.PACKAGE_UNREADABLE, "does not exist", () -> install(work.resolve("nofile.zip")));
  }

  @Test
  void otherFiles_areNotKept() throws IOException {
    var standard = install(Hund.files().with("notes.xml", "<a/>").folder(work)).standard();

    assertThat(standard.directory().resolve("notes.xml")).doesNotExist();
  }

  @Test
  void restrictedRuleFile_isNamed() throws IOException {
    String rules = Hund.rules("http://purl.oclc.org/dsdl/schematron", "r", "//h:hund.storno");
    String others = Hund.rules("http://purl.oclc.org/dsdl/schematron", "s", "true()");
    Packages files =
        Hund.files()
            .with("xsd/katze.xsd", cats())
            .with("rules/tier.sch", rules.replace("hund.storno", "tier.katze.meldung.0100"))
            .with("rules/andere.sch", others);

    assertThat(install(files.folder(work)).remarks())
        .extracting("english")
        .contains("tier.sch runs for messages tier\\..* only");
  }

  private static String cats() {
    return Hund.schema("urn:test:katze:1.0", "1.0")
        .replace("xhund", "xkatze")
        .replace("hund.anmeldung.0100", "tier.katze.meldung.0100")
        .replace("hund.storno", "tier.vogel.meldung.0200")
        .replace("hund.mahnung.0300a", "tier.katze.mahnung.0300");
  }

  private Installation install(Path delivery) {
    return new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
  }

  @Test
  void folderPackedAsAWhole_keepsWhatItsManifestSays() throws IOException {
    Path delivery =
        Hund.files()
            .renamed("xsd/hund.xsd", "paket/xsd/hund.xsd")
            .with("paket/standard.yaml", "validFrom: 2027-05-01\nschemas: [xsd/hund.xsd]\n")
            .folder(work);

    var manifest =
        new StandardInstaller(standards)
            .install(delivery, InstallOptions.DEFAULT)
            .standard()
            .manifest();

    assertThat(manifest.validity().from()).contains(java.time.LocalDate.of(2027, 5, 1));
    assertThat(standards.resolve("xhund-1.0/xsd/hund.xsd")).exists();
  }

  private static void refused(XoevError error, String naming, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOf(XoevException.class)
        .hasMessageContaining(naming)
        .extracting(thrown -> ((XoevException) thrown).error())
        .isEqualTo(error);
  }

  private Path zip(String... namesAndTexts) throws IOException {
    Path zip = work.resolve("made.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return zip;
  }
}
