package de.amtsbote.xoev.install;

import de.amtsbote.xoev.standard.ManifestYaml;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** What a file of a delivery is, by its first element rather than its name. */
enum Kind {
  SCHEMA,
  SCHEMATRON,
  SCHEMATRON_PART,
  STYLESHEET,
  CODE_LIST,
  MANIFEST,
  CATALOG,
  OTHER,
  /** No XML up to its first element. */
  BROKEN;

  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final Set<String> SCH =
      Set.of("http://purl.oclc.org/dsdl/schematron", "http://www.ascc.net/xml/schematron");
  private static final String XSL = "http://www.w3.org/1999/XSL/Transform";

  /** False for names that no useful file has. */
  static boolean mayBeUseful(String lowerCaseName) {
    return lowerCaseName.equals(ManifestYaml.FILE)
        || lowerCaseName.matches(".*\\.(xsd|sch|xsl|xslt|gc|xml|txt|csv|json)");
  }

  static Kind of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.equals(ManifestYaml.FILE)) {
      return MANIFEST;
    }
    if (name.matches(".*\\.(txt|csv|json)")) {
      return OTHER;
    }
    Optional<QName> first = root(file);
    return first.isEmpty() ? BROKEN : of(first.get());
  }

  private static Kind of(QName root) {
    return switch (root.getLocalPart()) {
      case "schema" ->
          root.getNamespaceURI().equals(XSD)
              ? SCHEMA
              : SCH.contains(root.getNamespaceURI()) ? SCHEMATRON : OTHER;
      case "stylesheet", "transform" -> root.getNamespaceURI().equals(XSL) ? STYLESHEET : OTHER;
      case "catalog" -> root.getNamespaceURI().equals(LocationCatalogs.NS) ? CATALOG : OTHER;
      case "CodeList" ->
          root.getNamespaceURI().contains("codelist/ns/genericode") ? CODE_LIST : OTHER;
      default -> SCH.contains(root.getNamespaceURI()) ? SCHEMATRON_PART : OTHER;
    };
  }

  private static Optional<QName> root(Path file) {
    try (var in = Files.newInputStream(file)) {
      var reader = Xml.stream(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          return Optional.of(reader.getName());
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | IOException noXml) {
      return Optional.empty();
    }
  }
}
