package de.amtsbote.xoev.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/**
 * Patterns that are checked beside the schema give the verdict of the schema, whatever surrounds
 * them.
 */
class PatternExtractionTest {

  private static final ValidationOptions OPTIONS =
      ValidationOptions.ALL.withLevels(Level.parse("safe,xsd"));

  private static final String SCHEMA =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"
                 version="1.0" elementFormDefault="qualified">
        <xs:simpleType name="Upper"><xs:restriction base="xs:string"><xs:pattern value="[A-Z ]*"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Short"><xs:restriction base="t:Upper"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Both"><xs:restriction base="t:Upper"><xs:pattern value="A.*"/><xs:pattern value="B.*"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Token"><xs:restriction base="xs:token"><xs:pattern value="[a-z]+( [a-z]+)*"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Line"><xs:restriction base="xs:normalizedString"><xs:pattern value="[a-z ]+"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Number"><xs:restriction base="xs:decimal"><xs:pattern value="[0-9]+\\.[0-9]{2}"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Member"><xs:restriction base="xs:string"><xs:pattern value="x+"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Union"><xs:union memberTypes="t:Member xs:integer"/></xs:simpleType>
        <xs:simpleType name="Item"><xs:restriction base="xs:token"><xs:pattern value="y+"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="List"><xs:list itemType="t:Item"/></xs:simpleType>
        <xs:simpleType name="Spaced"><xs:restriction base="xs:string"><xs:whiteSpace value="collapse"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="OnSpaced"><xs:restriction base="t:Spaced"><xs:pattern value="[a-z]*"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="Kept"><xs:restriction base="xs:string"><xs:pattern value="\\p{Lu}+"/></xs:restriction></xs:simpleType>
        <xs:complexType name="Content"><xs:simpleContent><xs:extension base="t:Upper"><xs:attribute name="a" type="t:Token"/></xs:extension></xs:simpleContent></xs:complexType>
        <xs:complexType name="Narrow"><xs:simpleContent><xs:restriction base="t:Content"><xs:pattern value="Q.*"/></xs:restriction></xs:simpleContent></xs:complexType>
        <xs:element name="t.nachricht.0001">
          <xs:complexType>
            <xs:choice maxOccurs="unbounded">
              <xs:element name="upper" type="t:Upper" nillable="true"/>
              <xs:element name="short" type="t:Short"/>
              <xs:element name="both" type="t:Both"/>
              <xs:element name="token" type="t:Token"/>
              <xs:element name="line" type="t:Line"/>
              <xs:element name="number" type="t:Number"/>
              <xs:element name="union" type="t:Union"/>
              <xs:element name="list" type="t:List"/>
              <xs:element name="spaced" type="t:OnSpaced"/>
              <xs:element name="kept" type="t:Kept"/>
              <xs:element name="content" type="t:Content"/>
              <xs:element name="narrow" type="t:Narrow"/>
              <xs:element name="text" type="xs:string"/>
              <xs:element name="anonymous"><xs:simpleType><xs:restriction base="t:Upper"><xs:pattern value="Z.*"/></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="carrier"><xs:complexType><xs:attribute name="b"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[0-9]*"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>
            </xs:choice>
          </xs:complexType>
        </xs:element>
      </xs:schema>
      """;

  @TempDir static Path work;
  @TempDir static Path standards;
  private static Xoev xoev;
  private static javax.xml.validation.Validator bare;

  @BeforeAll
  static void install() throws IOException {
    xoev = Xoev.open(standards, Demo.CLOCK);
    xoev.installer()
        .install(Packages.empty().with("xsd/t.xsd", SCHEMA).zip(work), InstallOptions.DEFAULT);
    xoev.reload();
    var standard = xoev.catalog().packages().get(0);
    bare = PackageSchemas.compileUnchanged(standard, xoev.catalog()).newValidator();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<upper>ABC</upper>",
        "<upper>abc</upper>",
        "<upper/>",
        "<upper xsi:nil='true'/>",
        "<short>ABC</short>",
        "<short>ABCDEF</short>",
        "<short>abc</short>",
        "<both>AX</both>",
        "<both>BX</both>",
        "<both>CX</both>",
        "<both>Ax</both>",
        "<token>  a \n b </token>",
        "<token>a  B</token>",
        "<line>a\nb</line>",
        "<line>A</line>",
        "<number> 1.50 </number>",
        "<number>1.5</number>",
        "<union>xx</union>",
        "<union>12</union>",
        "<union>yy</union>",
        "<list>y yy</list>",
        "<list>y x</list>",
        "<spaced>  a </spaced>",
        "<spaced>a b</spaced>",
        "<kept>ÄÖ</kept>",
        "<kept>äö</kept>",
        "<content a='x y'>ABC</content>",
        "<content a='X'>ABC</content>",
        "<content>abc</content>",
        "<narrow>QA</narrow>",
        "<narrow>AQ</narrow>",
        "<narrow>Qa</narrow>",
        "<anonymous>ZA</anonymous>",
        "<anonymous>AZ</anonymous>",
        "<anonymous>Za</anonymous>",
        "<carrier b='12'/>",
        "<carrier b='x'/>",
        "<text xsi:type='t:Upper'>ABC</text>",
        "<text xsi:type='t:Upper'>abc</text>",
        "<upper>AB<!-- c -->CD<![CDATA[E]]></upper>",
        "<upper>AB<!-- c -->cd</upper>"
      })
  void verdict_isThatOfTheSchema(String element) throws IOException {
    String message =
        "<t:t.nachricht.0001 xmlns:t='urn:t' xmlns='urn:t'"
            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
            + element
            + "</t:t.nachricht.0001>";

    var report = xoev.validate(Content.of(message.getBytes("UTF-8")), OPTIONS);

    assertThat(report.isValid()).as(report.findings().toString()).isEqualTo(isValid(message));
  }

  @Test
  void patternBesideTheSchema_isReportedWithItsRule() throws IOException {
    String message = "<t.nachricht.0001 xmlns='urn:t'><upper>abc</upper></t.nachricht.0001>";

    var finding = xoev.validate(Content.of(message.getBytes()), OPTIONS).findings().get(0);

    assertThat(finding.rule()).isEqualTo("cvc-pattern-valid");
    assertThat(finding.expected()).isEqualTo("[A-Z ]*");
    assertThat(finding.found()).isEqualTo("3 characters: aaa");
    assertThat(finding.path()).isEqualTo("/t.nachricht.0001[1]/upper[1]");
  }

  private static boolean isValid(String message) throws IOException {
    try {
      bare.validate(new StreamSource(new ByteArrayInputStream(message.getBytes("UTF-8"))));
      return true;
    } catch (SAXException invalid) {
      return false;
    }
  }
}
