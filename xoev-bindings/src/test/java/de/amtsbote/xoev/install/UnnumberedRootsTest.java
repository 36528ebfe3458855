package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standards whose messages have no numbers: plans, invoices, statistics. */
class UnnumberedRootsTest {

  /** Features and their members as geographic standards have them. */
  private static final String LIBRARY =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:l="urn:test:geo"
          targetNamespace="urn:test:geo" elementFormDefault="qualified" version="3.2">
        <xs:element name="AbstractFeature" type="l:AbstractFeatureType" abstract="true"/>
        <xs:complexType name="AbstractFeatureType" abstract="true"><xs:sequence>
          <xs:element name="name" type="xs:string" minOccurs="0"/></xs:sequence>
          <xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType>
        <xs:element name="featureMember"><xs:complexType><xs:sequence>
          <xs:element ref="l:AbstractFeature"/></xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """;

  private static final String PLAN =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:l="urn:test:geo"
          xmlns:p="http://www.test.de/plan/6/0" targetNamespace="http://www.test.de/plan/6/0"
          elementFormDefault="qualified">
        <xs:import namespace="urn:test:geo" schemaLocation="http://geo.example/3.2/geo.xsd"/>
        <xs:element name="Auszug" substitutionGroup="l:AbstractFeature"><xs:complexType>
          <xs:complexContent><xs:extension base="l:AbstractFeatureType"><xs:sequence>
            <xs:element ref="l:featureMember" maxOccurs="unbounded"/></xs:sequence>
          </xs:extension></xs:complexContent></xs:complexType></xs:element>
        <xs:complexType name="AuszugPropertyType"><xs:sequence>
          <xs:element ref="p:Auszug" minOccurs="0"/></xs:sequence></xs:complexType>
        <xs:element name="Legende" type="xs:string"/>
        <xs:element name="Gebiet" type="p:GebietType" substitutionGroup="l:AbstractFeature"/>
        <xs:complexType name="GebietType"><xs:complexContent>
          <xs:extension base="l:AbstractFeatureType"><xs:sequence>
            <xs:element name="hoehe" nillable="true" type="xs:decimal"/></xs:sequence>
          </xs:extension></xs:complexContent></xs:complexType>
      </xs:schema>
      """;
  private static final String MESSAGE =
      "<p:Auszug xmlns:p='http://www.test.de/plan/6/0' xmlns:l='urn:test:geo' id='a'>"
          + "<l:featureMember><p:Gebiet id='b'><p:hoehe>12.5</p:hoehe></p:Gebiet></l:featureMember>"
          + "</p:Auszug>";

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void collectionThatStandsForAnElementOfALibrary_isAMessage() throws IOException {
    var installed = install(plan());

    assertThat(installed.standard().id()).isEqualTo("plan-6.0");
    assertThat(validate(MESSAGE).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(MESSAGE.replace("12.5", "hoch")).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(validate(MESSAGE.replace("id='b'", "id='a'")).findings())
        .extracting("rule")
        .contains("cvc-id.2");
  }

  @Test
  void elementsOfTheLibrary_areNoMessages() throws IOException {
    install(plan());

    assertThat(validate("<l:featureMember xmlns:l='urn:test:geo'/>").findings())
        .extracting("code")
        .containsExactly("XOEV-V001");
  }

  @Test
  void documentThatMayContainItself_isAMessage() throws IOException {
    String schema =
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:test:daten:2"
            xmlns:l="urn:test:geo" targetNamespace="urn:test:daten:2"
            elementFormDefault="qualified">
          <xs:import namespace="urn:test:geo"/>
          <xs:element name="Lieferung"><xs:complexType mixed="true"><xs:choice minOccurs="0"
              maxOccurs="unbounded">
            <xs:element ref="d:Lieferung"/><xs:element ref="l:AbstractFeature"/>
          </xs:choice></xs:complexType></xs:element>
        </xs:schema>
        """;
    install(Packages.empty().with("daten.xsd", schema).with("geo.xsd", LIBRARY));
    String message =
        "<Lieferung xmlns='urn:test:daten:2'>Text <Lieferung/> Text<Lieferung/></Lieferung>";

    assertThat(validate(message).verdict()).isEqualTo(Verdict.VALID);
    assertThat(validate(message.replace("<Lieferung/>", "<Anderes/>")).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  private static Packages plan() {
    return Packages.empty().with("xsd/plan.xsd", PLAN).with("xsd/extern/geo.xsd", LIBRARY);
  }

  private Installation install(Packages files) throws IOException {
    return new StandardInstaller(standards).install(files.folder(work), InstallOptions.DEFAULT);
  }

  private ValidationReport validate(String message) throws IOException {
    return Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), ValidationOptions.ALL);
  }
}
