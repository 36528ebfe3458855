package de.amtsbote.xoev.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.MessageRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A standard whose messages have a namespace each, made of elements that other namespaces declare
 * globally, as electronic invoices are; its schemas tell nothing about themselves.
 */
class SeveralNamespacesTest {

  private static final String DOCUMENT =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:test:doc:NAME-2"
          xmlns:c="urn:test:common-2" xmlns:b="urn:test:basic-2"
          targetNamespace="urn:test:doc:NAME-2" elementFormDefault="qualified" version="2.1">
        <xs:import namespace="urn:test:common-2" schemaLocation="../common/Common-2.1.xsd"/>
        <xs:import namespace="urn:test:basic-2" schemaLocation="../common/Basic-2.1.xsd"/>
        <xs:element name="NAME" type="NAMEType"/>
        <xs:complexType name="NAMEType"><xs:sequence>
          <xs:element ref="b:CustomizationID"/><xs:element ref="c:Party" maxOccurs="unbounded"/>
        </xs:sequence></xs:complexType>
      </xs:schema>
      """;
  private static final String COMMON =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:test:common-2"
          xmlns:b="urn:test:basic-2" targetNamespace="urn:test:common-2"
          elementFormDefault="qualified" version="2.1">
        <xs:import namespace="urn:test:basic-2" schemaLocation="Basic-2.1.xsd"/>
        <xs:element name="Party" type="PartyType"/>
        <xs:complexType name="PartyType"><xs:sequence>
          <xs:element ref="b:ID"/></xs:sequence></xs:complexType>
      </xs:schema>
      """;
  private static final String BASIC =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:test:basic-2"
          targetNamespace="urn:test:basic-2" elementFormDefault="qualified" version="2.1">
        <xs:element name="ID" type="IDType"/>
        <xs:element name="CustomizationID" type="IDType"/>
        <xs:complexType name="IDType"><xs:simpleContent><xs:extension base="Key">
          <xs:attribute name="schemeID" type="xs:normalizedString"/>
        </xs:extension></xs:simpleContent></xs:complexType>
        <xs:simpleType name="Key"><xs:restriction base="xs:normalizedString">
          <xs:pattern value="[A-Z]+:[0-9]+"/></xs:restriction></xs:simpleType>
      </xs:schema>
      """;

  @TempDir Path work;
  @TempDir Path standards;

  @Test
  void documentsAreMessagesAndTheirBuildingBlocksAreNot() throws IOException {
    assertThat(installed().catalog().packages())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.manifest().roots())
                    .extracting(MessageRoot::name)
                    .containsExactlyInAnyOrder("Invoice", "CreditNote"));
  }

  @Test
  void eachDocument_isValidatedThroughAllNamespaces() throws IOException {
    Xoev xoev = installed();

    for (String name : new String[] {"Invoice", "CreditNote"}) {
      assertThat(verdict(xoev, document(name, "DE:1"))).isEqualTo(Verdict.VALID);
      assertThat(verdict(xoev, document(name, "DE:x"))).isEqualTo(Verdict.INVALID);
      assertThat(verdict(xoev, document(name, ""))).isEqualTo(Verdict.INVALID);
    }
  }

  private static Verdict verdict(Xoev xoev, String document) throws IOException {
    Content content = Content.of(document.getBytes(StandardCharsets.UTF_8));
    return xoev.validate(content, ValidationOptions.ALL).verdict();
  }

  private static String document(String name, String id) {
    return """
        <NAME xmlns="urn:test:doc:NAME-2" xmlns:b="urn:test:basic-2" xmlns:c="urn:test:common-2">
          <b:CustomizationID>XR:3</b:CustomizationID>
          <c:Party><b:ID schemeID="x">VALUE</b:ID></c:Party></NAME>
        """
        .replace("NAME", name)
        .replace("VALUE", id);
  }

  private Xoev installed() throws IOException {
    Packages files =
        Packages.empty()
            .with("maindoc/Invoice-2.1.xsd", DOCUMENT.replace("NAME", "Invoice"))
            .with("maindoc/CreditNote-2.1.xsd", DOCUMENT.replace("NAME", "CreditNote"))
            .with("common/Common-2.1.xsd", COMMON)
            .with("common/Basic-2.1.xsd", BASIC);
    new StandardInstaller(standards).install(files.zip(work), InstallOptions.DEFAULT);
    return Xoev.open(standards, Demo.CLOCK);
  }
}
