package de.amtsbote.xoev;

import java.nio.charset.StandardCharsets;

/** A small standard with a header of elements, for what XDemo does not do. */
public final class Hund {

  private static final String UUID = "5b1f1d2e-8c0a-4f6d-9a77-3c2b1a0f9e88";
  private static final String SCHEMA =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:h="NAMESPACE"
          targetNamespace="NAMESPACE" version="VERSION" elementFormDefault="qualified">
        <xs:annotation><xs:appinfo>
          <standard xmlns=""><nameKurz>XHund</nameKurz><nameTechnisch>xhund</nameTechnisch>
            <kennung>urn:test:standard:xhund</kennung></standard>
          <versionStandard xmlns=""><version>VERSION</version></versionStandard>
        </xs:appinfo></xs:annotation>
        <xs:complexType name="Kopf"><xs:sequence>
          <xs:element name="nachrichtenID" type="xs:string"/>
          <xs:element name="zeitstempel" type="xs:dateTime"/>
          <xs:element name="nameStandard" type="xs:string" fixed="XHund"/>
          <xs:element name="versionStandard" type="xs:string" fixed="VERSION"/>
        </xs:sequence></xs:complexType>
        <xs:complexType name="Farbe"><xs:sequence>
          <xs:element name="code" type="xs:token" form="unqualified"/></xs:sequence>
          <xs:attribute name="listURI" fixed="urn:test:farbe"/>
          <xs:attribute name="listVersionID" fixed="1"/>
        </xs:complexType>
        <xs:complexType name="Nachricht"><xs:sequence>
          <xs:element name="nachrichtenkopf" type="h:Kopf"/>
          <xs:element name="name" type="xs:string"/>
          <xs:element name="farbe" type="h:Farbe" minOccurs="0"/>
          <xs:element ref="h:halter" minOccurs="0"/>
        </xs:sequence></xs:complexType>
        <xs:element name="halter" type="xs:string"/>
        <xs:element name="hund.anmeldung.0100" type="h:Nachricht"/>
        <xs:element name="hund.storno" type="h:Nachricht"/>
        <xs:element name="hund.mahnung.0300a" type="h:Nachricht"/>
      </xs:schema>
      """;

  private Hund() {}

  public static String namespace(String version) {
    return "urn:test:hund:" + version;
  }

  public static String schema(String namespace, String version) {
    return SCHEMA.replace("NAMESPACE", namespace).replace("VERSION", version);
  }

  public static Packages files() {
    return Packages.empty().with("xsd/hund.xsd", schema(namespace("1.0"), "1.0"));
  }

  public static String message() {
    return message("hund.anmeldung.0100", "1.0", "<h:name>Bello</h:name>");
  }

  public static String message(String root, String version, String body) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<h:ROOT xmlns:h=\"" + namespace(version))
            .replace("ROOT", root)
        + "\"><h:nachrichtenkopf><h:nachrichtenID>"
        + UUID
        + "</h:nachrichtenID><h:zeitstempel>2026-11-20T10:00:00Z</h:zeitstempel>"
        + "<h:nameStandard>XHund</h:nameStandard><h:versionStandard>"
        + version
        + "</h:versionStandard></h:nachrichtenkopf>"
        + body
        + "</h:"
        + root
        + ">";
  }

  public static String withId(String id) {
    return message().replace(UUID, id);
  }

  public static Content content(String message) {
    return Content.of(message.getBytes(StandardCharsets.UTF_8));
  }

  /** One Schematron file in a namespace of choice with one assertion about names. */
  public static String rules(String schematron, String id, String test) {
    return "<s:schema xmlns:s='"
        + schematron
        + "'><s:ns prefix='h' uri='urn:test:hund:1.0'/><s:pattern><s:rule context='h:name'>"
        + "<s:assert id='"
        + id
        + "' test=\""
        + test
        + "\">Regel</s:assert></s:rule></s:pattern></s:schema>";
  }

  /** Compiled rules that report every message under this id. */
  public static String compiled(String id) {
    return stylesheet(
        "<xsl:template match='/'><svrl:schematron-output><svrl:failed-assert id='"
            + id
            + "' location='/*[1]'><svrl:text>Regel</svrl:text></svrl:failed-assert>"
            + "</svrl:schematron-output></xsl:template>");
  }

  public static String stylesheet(String inside) {
    return "<xsl:stylesheet version='2.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
        + " xmlns:svrl='http://purl.oclc.org/dsdl/svrl' xmlns:h='urn:test:hund:1.0'>"
        + inside
        + "</xsl:stylesheet>";
  }

  public static String codeList(String columns, String rows) {
    return "<gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'>"
        + "<Identification><ShortName>farbe</ShortName><Version>1</Version>"
        + "<CanonicalUri>urn:test:farbe</CanonicalUri></Identification>"
        + columns
        + "<SimpleCodeList>"
        + rows
        + "</SimpleCodeList></gc:CodeList>";
  }
}
