package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages that are laid out, named and encoded otherwise than those of the official standards. */
class OtherLayoutsTest {

  private static final String XS = "xmlns:xs='http://www.w3.org/2001/XMLSchema'";
  private static final String TYPE =
      "<xs:simpleType name='%s'><xs:restriction base='xs:string'>"
          + "<xs:pattern value='[A-Z][a-z]+'/></xs:restriction></xs:simpleType>";
  private static final String RULES =
      Hund.rules("http://purl.oclc.org/dsdl/schematron", "r-1", "not(. = 'Bello')");

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
  void schemasAndRulesInAnotherEncoding_areRead(String encoding) throws IOException {
    Path delivery = Hund.files().with("rules/r.sch", RULES).folder(work);
    for (String file : new String[] {"xsd/hund.xsd", "rules/r.sch"}) {
      String text = "<?xml version='1.0' encoding='" + encoding + "'?><!-- Größe -->";
      text += Files.readString(delivery.resolve(file));
      Files.write(delivery.resolve(file), text.getBytes(Charset.forName(encoding)));
    }
    install(delivery);

    assertThat(validate(Hund.message()).findings()).extracting("rule").containsExactly("r-1");
    assertThat(validate(Hund.message().replace("Bello", "Rex")).verdict()).isEqualTo(Verdict.VALID);
  }

  @ParameterizedTest
  @CsvSource({"NFC, NFD", "NFD, NFC"})
  void umlautsOfFileNames_areTheSameInOnePartAndInTwo(Normalizer.Form asked, Normalizer.Form found)
      throws IOException {
    String name = "schlüsseltypen.xsd";
    String location = "<xs:include schemaLocation='" + Normalizer.normalize(name, asked) + "'/>";

    install(
        Packages.empty()
            .with("hund.xsd", including(location))
            .with("typen/" + Normalizer.normalize(name, found), types("Rufname"))
            .folder(work));

    assertDecidesAboutNames();
  }

  /** As Windows does it, without saying so. */
  @ParameterizedTest
  @ValueSource(strings = {"IBM850", "UTF-8"})
  void umlautsOfNamesInArchives_areReadAsTheyWereMeant(String charset) throws IOException {
    Path zip = work.resolve("package.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName(charset))) {
      put(out, "hund.xsd", including("<xs:include schemaLocation='schlüsseltypen.xsd'/>"));
      put(out, "schlüsseltypen.xsd", types("Rufname"));
    }
    install(zip);

    assertDecidesAboutNames();
  }

  @Test
  void importWithoutALocation_meansTheWholeNamespace() throws IOException {
    String namespace = " targetNamespace='urn:test:typen' xmlns:t='urn:test:typen'";
    install(
        Packages.empty()
            .with("xsd/hund.xsd", importing("<xs:import namespace='urn:test:typen'/>"))
            .with("xsd/anfang.xsd", types("Anfang").replace(XS, XS + namespace))
            .with(
                "xsd/ende.xsd",
                types("Unbenutzt")
                    .replace(XS, XS + namespace)
                    .replace(
                        "<xs:simpleType",
                        "<xs:include schemaLocation='anfang.xsd'/><xs:simpleType name='Rufname'>"
                            + "<xs:restriction base='t:Anfang'/></xs:simpleType><xs:simpleType"))
            .folder(work));

    assertDecidesAboutNames();
  }

  @Test
  void foldersOfAnAbsoluteLocation_tellFilesOfOneNameApart() throws IOException {
    String location = "<xs:include schemaLocation='https://example.de/typen/2.0/typen.xsd'/>";
    install(
        Packages.empty()
            .with("xsd/hund.xsd", including(location))
            .with("xsd/typen.xsd", types("Anderer"))
            .with("extern/example.de/typen/1.0/typen.xsd", types("Dritter"))
            .with("extern/example.de/typen/2.0/typen.xsd", types("Rufname"))
            .folder(work));

    assertDecidesAboutNames();
  }

  @Test
  void attributesOfXmlItself_needNoFile() throws IOException {
    String location = "http://www.w3.org/2001/xml.xsd";
    String reference =
        "<xs:import namespace='http://www.w3.org/XML/1998/namespace' schemaLocation='%s'/>";
    String schema =
        Hund.schema(Hund.namespace("1.0"), "1.0")
            .replaceFirst("<xs:annotation>", reference.formatted(location) + "<xs:annotation>")
            .replace(
                "<xs:element ref=\"h:halter\" minOccurs=\"0\"/>\n  </xs:sequence>",
                "<xs:element ref=\"h:halter\" minOccurs=\"0\"/>\n  </xs:sequence>"
                    + "<xs:attribute ref='xml:lang'/>");
    var installed = install(Packages.empty().with("xsd/hund.xsd", schema).folder(work));
    String message = Hund.message();

    assertThat(installed.remarks())
        .extracting("english")
        .anyMatch(it -> it.toString().contains("xml:lang"));
    assertThat(validate(withLanguage(message, "de-DE")).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(withLanguage(message, "")).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(withLanguage(message, "keine Sprache")).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  private static String withLanguage(String message, String language) {
    return message.replaceFirst("xmlns:h=", "xml:lang=\"" + language + "\" xmlns:h=");
  }

  @Test
  void typesWithoutNamespace_belongToEachThatIncludesThem() throws IOException {
    String katze =
        Hund.schema("urn:test:katze:1.0", "1.0")
            .replace("xhund", "xkatze")
            .replace("XHund", "XKatze")
            .replace("name=\"hund.", "name=\"katze.");
    String include = "<xs:include schemaLocation='typen.xsd'/><xs:annotation>";
    install(
        Packages.empty()
            .with("xsd/hund.xsd", including("<xs:include schemaLocation='typen.xsd'/>"))
            .with("xsd/typen.xsd", types("Rufname"))
            .with(
                "xsd/katze.xsd",
                katze
                    .replaceFirst("<xs:annotation>", include)
                    .replace(
                        "name=\"name\" type=\"xs:string\"", "name=\"name\" type=\"h:Rufname\""))
            .folder(work));
    String cat = Hund.message().replace(":hund:", ":katze:").replace("h:hund.", "h:katze.");

    assertDecidesAboutNames();
    assertThat(validate(cat.replace("XHund", "XKatze")).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(cat.replace("XHund", "XKatze").replace("Bello", "bello")).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void schemasThatImportEachOther_areReadOnce() throws IOException {
    String other =
        "<xs:schema "
            + XS
            + " xmlns:h='urn:test:hund:1.0' targetNamespace='urn:test:typen'>"
            + "<xs:import namespace='urn:test:hund:1.0' schemaLocation='hund.xsd'/>"
            + TYPE.formatted("Rufname")
            + "<xs:complexType name='Rudel'><xs:sequence><xs:element ref='h:hund.storno'/>"
            + "</xs:sequence></xs:complexType></xs:schema>";
    String location = "<xs:import namespace='urn:test:typen' schemaLocation='typen.xsd'/>";
    install(
        Packages.empty()
            .with("xsd/hund.xsd", importing(location))
            .with("xsd/typen.xsd", other)
            .folder(work));

    assertDecidesAboutNames();
  }

  @Test
  void schemaThatSaysWhereTheSchemaOfSchemasLies_isRead() throws IOException {
    String where =
        "<xs:schema xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation="
            + "\"http://www.w3.org/2001/XMLSchema http://www.w3.org/2001/XMLSchema.xsd\" ";
    install(
        Packages.empty()
            .with(
                "xsd/hund.xsd",
                including("<xs:include schemaLocation='typen.xsd'/>").replace("<xs:schema ", where))
            .with("xsd/typen.xsd", types("Rufname"))
            .folder(work));

    assertDecidesAboutNames();
  }

  @Test
  void messagesWithoutNamespace_areMessages() throws IOException {
    String schema =
        Hund.schema("", "1.0").replace("xmlns:h=\"\"", "").replace("targetNamespace=\"\"", "");
    install(Packages.empty().with("xsd/hund.xsd", schema.replace("\"h:", "\"")).folder(work));
    String message = Hund.message().replace("xmlns:h=\"urn:test:hund:1.0\"", "").replace("h:", "");

    assertThat(validate(message).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(message.replace("<name>", "<name><x/>")).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void messagesWithoutNumbers_areMessagesAboveALibraryThatHasNumberedOnes() throws IOException {
    String own =
        "<xs:schema "
            + XS
            + " xmlns:h='urn:test:hund:1.0' targetNamespace='urn:test:amt' version='3'>"
            + "<xs:import namespace='urn:test:hund:1.0' schemaLocation='hund.xsd'/>"
            + "<xs:element name='Hundesteuer' type='h:Nachricht'/></xs:schema>";
    install(Hund.files().with("xsd/amt.xsd", own).folder(work));
    String message =
        Hund.message()
            .replace("h:hund.anmeldung.0100", "a:Hundesteuer")
            .replaceFirst("xmlns:h=", "xmlns:a=\"urn:test:amt\" xmlns:h=");

    assertThat(validate(message).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(Hund.message()).verdict()).isEqualTo(Verdict.VALID);
  }

  /** Places on maps are such lists. */
  @ParameterizedTest
  @ValueSource(strings = {"t:Liste", "t:Ort"})
  void listLongerThanATextMayBe_isValid(String type) throws IOException {
    installWithLists(type);
    String numbers = "512345.678 5412345.678 ".repeat(5_000);

    assertThat(validate(named(numbers)).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(named(numbers + "x")).verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t:Liste", "t:Ort"})
  void itemOfALongListThatIsItselfLong_isRefused(String type) throws IOException {
    installWithLists(type);
    String numbers = "1.5 ".repeat(10_000) + "1".repeat(40_000);

    assertThat(validate(named(numbers)).findings())
        .extracting("code", "expected")
        .contains(tuple(FindingCode.LIMIT.code(), "characters of an item of a list <= 1000"));
  }

  private void installWithLists(String type) throws IOException {
    String lists =
        "<xs:schema "
            + XS
            + " targetNamespace='urn:test:typen' xmlns:t='urn:test:typen'>"
            + "<xs:simpleType name='Liste'><xs:list itemType='xs:double'/></xs:simpleType>"
            + "<xs:complexType name='Ort'><xs:simpleContent><xs:extension base='t:Liste'>"
            + "<xs:attribute name='dimension' type='xs:integer'/></xs:extension>"
            + "</xs:simpleContent></xs:complexType></xs:schema>";
    String location = "<xs:import namespace='urn:test:typen' schemaLocation='typen.xsd'/>";
    install(
        Packages.empty()
            .with("xsd/hund.xsd", importing(location).replace("t:Rufname", type))
            .with("xsd/typen.xsd", lists)
            .folder(work));
  }

  @Test
  void stylesheetThatShowsReports_isNoRuleFile() throws IOException {
    String shows =
        Hund.stylesheet(
            "<xsl:param name='needed' required='yes'/><xsl:template match='svrl:failed-assert'>"
                + "<p><xsl:value-of select='svrl:text'/></p></xsl:template>");
    var installed =
        install(Hund.files().with("report/default-report.xsl", shows).folder(work)).standard();

    assertThat(installed.manifest().rules()).isEmpty();
    assertThat(validate(Hund.message()).verdict()).isEqualTo(Verdict.VALID);
  }

  private void assertDecidesAboutNames() throws IOException {
    assertThat(validate(Hund.message()).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(named("bello")).verdict()).isEqualTo(Verdict.INVALID);
  }

  private static String named(String name) {
    return Hund.message().replace("Bello", name);
  }

  /** The schema of dogs with a reference, whose names are of the type Rufname. */
  private static String including(String reference) {
    return Hund.schema(Hund.namespace("1.0"), "1.0")
        .replaceFirst("<xs:annotation>", reference + "<xs:annotation>")
        .replace("name=\"name\" type=\"xs:string\"", "name=\"name\" type=\"h:Rufname\"");
  }

  /** The same with the type of another namespace. */
  private static String importing(String reference) {
    return including(reference)
        .replace("h:Rufname", "t:Rufname")
        .replace("xmlns:h=", "xmlns:t='urn:test:typen' xmlns:h=");
  }

  /** A schema without namespace that declares this type. */
  private static String types(String name) {
    return "<xs:schema " + XS + ">" + TYPE.formatted(name) + "</xs:schema>";
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Installation install(Path delivery) {
    return new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
  }

  private ValidationReport validate(String message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), ValidationOptions.ALL);
  }
}
