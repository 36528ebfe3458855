package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.StandardCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages whose schemas are made to hurt; each is refused in bounded time, nothing changes. */
@Timeout(60)
class SchemaBombTest {

  private static final String START =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:b' xmlns:b='urn:b'"
          + " version='1'>";

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void entityBombInASchema_isRefused() throws IOException {
    var entities = new StringBuilder("<!ENTITY e0 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY e").append(i).append(" '");
      entities.append(("&e" + (i - 1) + ";").repeat(12)).append("'>");
    }
    refused(
        "<!DOCTYPE xs:schema ["
            + entities
            + "]>"
            + START
            + "<xs:element name='a.b.0001'><xs:annotation><xs:documentation>&e11;</xs:documentation>"
            + "</xs:annotation></xs:element></xs:schema>");
  }

  @Test
  void numberOfOccurrences_isBounded() throws IOException {
    String many = "<xs:sequence minOccurs='2' maxOccurs='9999999'>";
    refused(
        START
            + "<xs:element name='a.b.0001'><xs:complexType>"
            + many.repeat(4)
            + "<xs:element name='x' maxOccurs='9999999'/>"
            + "</xs:sequence>".repeat(4)
            + "</xs:complexType></xs:element></xs:schema>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5000", "unbounded"})
  void manyOfOneElementBesideOthers_areTaken(String most) throws IOException {
    Path zip = Packages.empty().with("many.xsd", beside(most)).zip(work);

    Assertions.assertThatCode(
            () -> new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT))
        .doesNotThrowAnyException();
  }

  @Test
  void moreThanFiveThousandOfOneElementBesideOthers_areRefused() throws IOException {
    refused(beside("9999"));
  }

  private static String beside(String most) {
    return START
        + "<xs:element name='a.b.0001'><xs:complexType><xs:sequence>"
        + "<xs:element name='x' type='xs:string' maxOccurs='"
        + most
        + "'/><xs:element name='y' type='xs:string'/>"
        + "</xs:sequence></xs:complexType></xs:element></xs:schema>";
  }

  @Test
  void schemaNestedWithoutEnd_isRefused() throws IOException {
    refused(
        START
            + "<xs:element name='a.b.0001'><xs:complexType>"
            + "<xs:sequence>".repeat(100_000)
            + "</xs:sequence>".repeat(100_000)
            + "</xs:complexType></xs:element></xs:schema>");
  }

  @Test
  void typesDerivedFromEachOther_areRefused() throws IOException {
    refused(
        START
            + "<xs:simpleType name='A'><xs:restriction base='b:B'/></xs:simpleType>"
            + "<xs:simpleType name='B'><xs:restriction base='b:A'/></xs:simpleType>"
            + "<xs:element name='a.b.0001' type='b:A'/></xs:schema>");
  }

  @Test
  void groupThatContainsItself_isRefused() throws IOException {
    refused(
        START
            + "<xs:group name='G'><xs:sequence><xs:group ref='b:G'/></xs:sequence></xs:group>"
            + "<xs:element name='a.b.0001'><xs:complexType><xs:group ref='b:G'/></xs:complexType>"
            + "</xs:element></xs:schema>");
  }

  @Test
  void schemasThatIncludeEachOther_areReadOnce() throws IOException {
    String include = "<xs:include schemaLocation='%s.xsd'/>";
    Path zip =
        Packages.empty()
            .with("one.xsd", START + include.formatted("two") + "</xs:schema>")
            .with(
                "two.xsd",
                START
                    + include.formatted("one")
                    + "<xs:element name='a.b.0001' type='xs:string'/></xs:schema>")
            .zip(work);

    assertThat(
            new StandardInstaller(standards)
                .install(zip, InstallOptions.DEFAULT)
                .standard()
                .manifest()
                .roots())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "http://127.0.0.1:1/evil.xsd",
        "jar:file:///x.jar!/a.xsd",
        "../../../../../../etc/passwd",
        "\\\\host\\share\\a.xsd",
        "xoev:///etc/passwd"
      })
  void locationElsewhere_isNeverOpened(String location) throws IOException {
    refused(
        START
            + "<xs:import namespace='urn:other' schemaLocation='"
            + location
            + "'/><xs:element name='a.b.0001' type='xs:string'/></xs:schema>");
  }

  @Test
  void externalEntityOfASchema_isNeverOpened() throws IOException {
    Path secret = Files.writeString(work.resolve("secret.txt"), "Geheimnis4711");
    Path zip =
        Packages.empty()
            .with(
                "a.xsd",
                "<!DOCTYPE xs:schema [<!ENTITY e SYSTEM '"
                    + secret.toUri()
                    + "'>]>"
                    + START
                    + "<xs:element name='a.b.0001' type='xs:string'><xs:annotation><xs:documentation>&e;"
                    + "</xs:documentation></xs:annotation></xs:element></xs:schema>")
            .zip(work);

    var standard = new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT).standard();

    assertThat(Files.readString(standard.directory().resolve("standard.yaml")))
        .doesNotContain("Geheimnis");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)*b", "(.*)*c", "((a{0,1000}){0,1000}){0,1000}"})
  void patternThatExplodesElsewhere_isLinearOrRefused(String pattern) throws IOException {
    String schema =
        START
            + "<xs:simpleType name='T'><xs:restriction base='xs:string'><xs:pattern value='"
            + pattern
            + "'/></xs:restriction></xs:simpleType><xs:element name='a.b.0001' type='b:T'/></xs:schema>";
    Path zip = Packages.empty().with("bomb.xsd", schema).zip(work);

    Assertions.assertThatCode(() -> installOrRefuse(zip)).doesNotThrowAnyException();
  }

  private void installOrRefuse(Path zip) {
    try {
      new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT);
    } catch (XoevException refused) {
      assertThat(refused).hasMessageStartingWith("XOEV-E");
    }
  }

  private void refused(String schema) throws IOException {
    Path zip = Packages.empty().with("bomb.xsd", schema).zip(work);
    long start = System.nanoTime();

    assertThatThrownBy(() -> new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT))
        .isInstanceOf(XoevException.class)
        .hasMessageMatching("(?s)XOEV-E01[0-4].*");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(StandardCatalog.read(standards).packages()).isEmpty();
  }
}
