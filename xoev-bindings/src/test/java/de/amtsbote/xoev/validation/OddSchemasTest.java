package de.amtsbote.xoev.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
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

/** What schemas of published standards do, or could by the rules of XML Schema. */
class OddSchemasTest {

  private static final String NAME = "<xs:element name=\"name\" type=\"xs:string\"/>";
  private static final String TYPED = "<xs:element name=\"name\" type=\"h:Rufname\"/>";
  private static final String FIRST = "<xs:annotation>";
  private static final String RUFNAME =
      "<xs:simpleType name='Rufname'><xs:restriction base='xs:string'>"
          + "<xs:pattern value='[A-Z][a-z]+'/></xs:restriction></xs:simpleType>";
  private static final String XS = "xmlns:xs='http://www.w3.org/2001/XMLSchema'";

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @CsvSource({"Bello, VALID", "bello, INVALID", "B3llo, INVALID"})
  void typesOfASchemaWithoutNamespace_belongToTheOneThatIncludesIt(String name, Verdict verdict)
      throws IOException {
    Packages files =
        Packages.empty()
            .with("xsd/hund.xsd", including("<xs:include schemaLocation='typen.xsd'/>"))
            .with("xsd/typen.xsd", "<xs:schema " + XS + ">" + RUFNAME + "</xs:schema>");

    assertThat(validate(files, named(name)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"Bello, VALID", "Bellobello, INVALID", "bello, INVALID"})
  void redefinedType_restrictsTheOneBefore(String name, Verdict verdict) throws IOException {
    String redefine =
        "<xs:redefine schemaLocation='typen.xsd'><xs:simpleType name='Rufname'>"
            + "<xs:restriction base='h:Rufname'><xs:maxLength value='5'/></xs:restriction>"
            + "</xs:simpleType></xs:redefine>";
    Packages files =
        Packages.empty()
            .with("xsd/hund.xsd", including(redefine))
            .with(
                "xsd/typen.xsd",
                "<xs:schema "
                    + XS
                    + " targetNamespace='urn:test:hund:1.0'>"
                    + RUFNAME
                    + "</xs:schema>");

    assertThat(validate(files, named(name)).verdict()).isEqualTo(verdict);
  }

  @Test
  void declarationsOfADocumentType_areReadInSchemas() throws IOException {
    String schema =
        "<!DOCTYPE xs:schema PUBLIC '-//W3C//DTD XMLSCHEMA 200102//EN'"
            + " 'http://www.w3.org/2001/XMLSchema.dtd' [<!ENTITY muster '[A-Z][a-z]+'>]>"
            + "<xs:schema "
            + XS
            + " targetNamespace='urn:test:hund:1.0'>"
            + RUFNAME.replace("[A-Z][a-z]+", "&muster;")
            + "</xs:schema>";
    Packages files =
        Packages.empty()
            .with("xsd/hund.xsd", including("<xs:include schemaLocation='typen.xsd'/>"))
            .with("xsd/typen.xsd", schema);

    assertThat(validate(files, named("Bello")).verdict()).isEqualTo(Verdict.VALID);
    assertThat(again(named("bello")).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void importWithoutALocation_isAnsweredByItsNamespace() throws IOException {
    String schema =
        including("<xs:import namespace='urn:test:typen'/>")
            .replace("h:Rufname", "t:Rufname")
            .replace("xmlns:h=", "xmlns:t='urn:test:typen' xmlns:h=");
    Packages files =
        Packages.empty()
            .with("hund.xsd", schema)
            .with(
                "a/b/ganz anders.xsd",
                "<xs:schema "
                    + XS
                    + " targetNamespace='urn:test:typen'>"
                    + RUFNAME
                    + "</xs:schema>");

    assertThat(validate(files, named("Bello")).verdict()).isEqualTo(Verdict.VALID);
    assertThat(again(named("bello")).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void schemaOfVersionElevenOfItsLanguage_isRefusedByName() throws IOException {
    String schema =
        Hund.schema(Hund.namespace("1.0"), "1.0")
            .replace(
                "minOccurs=\"0\"/>\n  </xs:sequence></xs:complexType>",
                "minOccurs=\"0\"/></xs:sequence><xs:assert test='true()'/></xs:complexType>")
            .replaceFirst(
                "(<xs:element ref=\"h:halter\" minOccurs=\"0\"/>\\s*</xs:sequence>)",
                "$1<xs:assert test='h:name != \"x\"'/>");
    Path delivery = Packages.empty().with("xsd/hund.xsd", schema).folder(work);

    assertThatThrownBy(
            () -> new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT))
        .hasMessageContaining("XOEV-E014")
        .hasMessageContaining("hund.xsd")
        .hasMessageContaining("XML Schema 1.1 (xs:assert)");
    assertThat(standards).isEmptyDirectory();
  }

  @Test
  void schemaThatOverridesAnother_isRefusedByName() throws IOException {
    String override =
        "<xs:override schemaLocation='typen.xsd'><xs:simpleType name='Rufname'>"
            + "<xs:restriction base='xs:token'/></xs:simpleType></xs:override>";
    Path delivery =
        Packages.empty()
            .with("xsd/hund.xsd", including(override))
            .with("xsd/typen.xsd", "<xs:schema " + XS + ">" + RUFNAME + "</xs:schema>")
            .folder(work);

    assertThatThrownBy(
            () -> new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT))
        .hasMessageContaining("hund.xsd is XML Schema 1.1 (xs:override), only 1.0 is read");
  }

  @Test
  void memberOfASubstitutionGroup_standsForItsHead() throws IOException {
    String schema =
        Hund.schema(Hund.namespace("1.0"), "1.0")
            .replace(
                "<xs:element name=\"halter\" type=\"xs:string\"/>",
                "<xs:element name=\"halter\" type=\"xs:string\" abstract=\"true\"/>"
                    + "<xs:element name=\"verein\" type=\"h:Rufname\" substitutionGroup=\"h:halter\"/>"
                    + RUFNAME);
    String body = "<h:name>Bello</h:name><h:verein>Wuff</h:verein>";
    Packages files = Packages.empty().with("xsd/hund.xsd", schema);

    assertThat(validate(files, Hund.message("hund.storno", "1.0", body)).verdict())
        .isEqualTo(Verdict.VALID);
    assertThat(again(Hund.message("hund.storno", "1.0", body.replace("Wuff", "wuff"))).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  private static String including(String reference) {
    return Hund.schema(Hund.namespace("1.0"), "1.0")
        .replaceFirst(FIRST, reference + FIRST)
        .replace(NAME, TYPED);
  }

  private static String named(String name) {
    return Hund.message("hund.anmeldung.0100", "1.0", "<h:name>" + name + "</h:name>");
  }

  private ValidationReport validate(Packages files, String message) throws IOException {
    new StandardInstaller(standards).install(files.folder(work), InstallOptions.DEFAULT);
    return again(message);
  }

  private ValidationReport again(String message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), ValidationOptions.ALL);
  }
}
