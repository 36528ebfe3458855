package de.amtsbote.xoev.reply;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in standards whose header is not that of today: keys as codes, or elements only. */
class OtherHeadersTest {

  private static final String UUID = "7b0e1e14-dc47-4a81-9806-a24d02603a08";

  private static final String START =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:test:alt_1.0"
          targetNamespace="urn:test:alt_1.0" version="1.0" elementFormDefault="qualified">
        <xs:annotation><xs:appinfo><standard><nameLang>Alt</nameLang><nameKurz>XAlt</nameKurz>
          <nameTechnisch>xalt</nameTechnisch><kennung>urn:test:alt</kennung></standard>
          <versionStandard><version>1.0</version></versionStandard></xs:appinfo></xs:annotation>
        <xs:complexType name="Code"><xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/>
          </xs:sequence><xs:attribute name="listURI" type="xs:anyURI" use="required"/>
          <xs:attribute name="listVersionID" type="xs:string" use="required"/></xs:complexType>
        <xs:complexType name="Grund"><xs:sequence>
          <xs:element name="fehlercode"><xs:complexType><xs:complexContent><xs:restriction base="t:Code">
            <xs:sequence><xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
            <xs:attribute name="listURI" type="xs:anyURI" use="required" fixed="urn:test:gruende"/>
            </xs:restriction></xs:complexContent></xs:complexType></xs:element>
          <xs:element name="fehlertext" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
      """;
  private static final String BODIES =
      """
        <xs:element name="gewerbe.anmeldung.0200"><xs:complexType><xs:sequence>
          <xs:element name="nachrichtenkopf" type="t:Kopf"/><xs:element name="betrieb" type="xs:string"/>
          </xs:sequence></xs:complexType></xs:element>
        <xs:element name="gewerbe.rueckweisung.0990"><xs:complexType><xs:sequence>
          <xs:element name="nachrichtenkopf" type="t:Kopf"/>
          <xs:element name="rueckweisungsgrund" type="t:Grund" maxOccurs="unbounded"/>
          <xs:element name="nachricht" type="xs:base64Binary" minOccurs="0"/>
          </xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """;
  private static final String KEYS_AS_CODES =
      """
        <xs:complexType name="Behoerde"><xs:sequence><xs:element name="behoerdenkennung"><xs:complexType>
          <xs:sequence><xs:element name="praefix" type="t:Code"/><xs:element name="kennung" type="t:Code"/>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element name="erreichbarkeit" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
            <xs:element name="kanal" type="t:Code"/><xs:element name="kennung" type="xs:string"/>
            </xs:sequence></xs:complexType></xs:element>
          <xs:element name="behoerdenname" type="xs:string"/></xs:sequence></xs:complexType>
        <xs:complexType name="Kopf"><xs:sequence><xs:element name="identifikation.nachricht"><xs:complexType>
          <xs:sequence><xs:element name="nachrichtenUUID" type="xs:string"/>
          <xs:element name="nachrichtentyp" type="t:Code"/>
          <xs:element name="erstellungszeitpunkt" type="xs:dateTime"/></xs:sequence></xs:complexType></xs:element>
          <xs:element name="leser" type="t:Behoerde"/><xs:element name="autor" type="t:Behoerde"/>
          <xs:element name="referenzUUID" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
      """;
  private static final String ELEMENTS =
      """
        <xs:complexType name="Kopf"><xs:sequence><xs:element name="nachrichtenID" type="xs:string"/>
          <xs:element name="zeitstempel" type="xs:dateTime"/>
          <xs:element name="nameStandard" type="xs:string" fixed="XAlt"/>
          <xs:element name="versionStandard" type="xs:string" fixed="1.0"/>
          <xs:element name="fachverfahren" type="xs:string"/>
          <xs:element name="referenz" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
      """;
  private static final String REASONS =
      """
      <gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
        <Identification><ShortName>gruende</ShortName><Version>3</Version>
          <CanonicalUri>urn:test:gruende</CanonicalUri></Identification>
        <ColumnSet><Column Id="code" Use="required"><ShortName>code</ShortName></Column>
          <Key Id="key"><ShortName>key</ShortName><ColumnRef Ref="code"/></Key></ColumnSet>
        <SimpleCodeList><Row><Value ColumnRef="code"><SimpleValue>X001</SimpleValue></Value></Row>
          <Row><Value ColumnRef="code"><SimpleValue>S999</SimpleValue></Value></Row></SimpleCodeList>
      </gc:CodeList>
      """;

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void partiesWithKeysAsCodes_changePlaces() throws IOException {
    Xoev xoev = installed(KEYS_AS_CODES);
    Content message =
        message(
            """
            <identifikation.nachricht><nachrichtenUUID>%s</nachrichtenUUID>
              <nachrichtentyp listURI="urn:test:typen" listVersionID="1"><code xmlns="">0200</code></nachrichtentyp>
              <erstellungszeitpunkt>2026-11-02T09:15:00+01:00</erstellungszeitpunkt></identifikation.nachricht>
            <leser>%s<behoerdenname>Gewerbeamt</behoerdenname></leser>
            <autor>%s<erreichbarkeit><kanal listURI="urn:k" listVersionID="1"><code xmlns="">01</code></kanal>
              <kennung>a@b.example</kennung></erreichbarkeit><behoerdenname>Portal</behoerdenname></autor>
            """
                .formatted(UUID, key("ags", "05315000"), key("prt", "7")));

    Content answer = rejected(xoev, message);

    var header = xoev.header(answer).orElseThrow();
    assertThat(xoev.validate(answer, ValidationOptions.ALL).findings())
        .noneMatch(finding -> finding.isError());
    assertThat(header.reader()).isEqualTo(xoev.header(message).orElseThrow().author());
    assertThat(header.author().key()).isEqualTo("ags:05315000");
    assertThat(header.messageType()).isEqualTo("0990");
    assertThat(header.reference()).isEqualTo(UUID);
    assertThat(text(answer)).contains("a@b.example", "<code>X001</code>");
  }

  @Test
  void headerOfElements_isFilledFromTheSchema() throws IOException {
    Xoev xoev = installed(ELEMENTS);
    Content message =
        message(
            """
            <nachrichtenID>%s</nachrichtenID><zeitstempel>2026-11-02T09:15:00Z</zeitstempel>
            <nameStandard>XAlt</nameStandard><versionStandard>1.0</versionStandard>
            <fachverfahren>Verfahren</fachverfahren>
            """
                .formatted(UUID));

    Content answer = rejected(xoev, message);

    var header = xoev.header(answer).orElseThrow();
    assertThat(xoev.validate(answer, ValidationOptions.ALL).findings()).isEmpty();
    assertThat(header.product()).isEqualTo("Amtsbote");
    assertThat(header.reference()).isEqualTo(UUID);
    assertThat(header.messageUuid()).isNotEqualTo(UUID);
  }

  private static String key(String prefix, String key) {
    return """
    <behoerdenkennung><praefix listURI="urn:p" listVersionID="1"><code xmlns="">%s</code></praefix>
      <kennung listURI="urn:ags" listVersionID="2026-06-30"><code xmlns="">%s</code></kennung></behoerdenkennung>
    """
        .formatted(prefix, key);
  }

  private static Content message(String header) {
    String text =
        "<gewerbe.anmeldung.0200 xmlns='urn:test:alt_1.0'><nachrichtenkopf>"
            + header
            + "</nachrichtenkopf><betrieb>B</betrieb></gewerbe.anmeldung.0200>";
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private Xoev installed(String header) throws IOException {
    Path zip =
        Packages.empty()
            .with("alt.xsd", START + header + BODIES)
            .with("gruende.xml", REASONS)
            .zip(work);
    new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK);
  }

  private static Content rejected(Xoev xoev, Content message) throws IOException {
    assertThat(xoev.validate(message, ValidationOptions.ALL).isValid()).isTrue();
    var out = new ByteArrayOutputStream();
    var known = (Dispatch.Known) xoev.dispatch(message);
    var reasons = List.of(new Reason("X001", "Schema.", ""), new Reason("Q", "Anderes.", ""));
    xoev.replies(new Sender("Amtsbote", "1.0", "Musterland"))
        .reject(message, known, reasons, true, out);
    return Content.of(out.toByteArray());
  }

  private static String text(Content content) throws IOException {
    try (var in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
