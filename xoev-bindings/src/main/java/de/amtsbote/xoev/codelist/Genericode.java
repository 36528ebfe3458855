package de.amtsbote.xoev.codelist;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Xml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads OASIS genericode 1.0 by streaming: identity, columns, and the codes of one column. */
final class Genericode {

  /** What a list calls itself. Versions are strings. */
  record Identity(String uri, String version) {}

  private final XMLStreamReader reader;
  private final Map<String, String> columnIds = new HashMap<>();
  private String firstColumn = "";
  private String firstKey = "";
  private String recommended = "";

  private Genericode(XMLStreamReader reader) {
    this.reader = reader;
  }

  /**
   * Reads the identity only.
   *
   * @throws XoevException ({@link XoevError#PACKAGE_UNREADABLE}) when the file is broken
   */
  static Identity identity(Path file) {
    return reading(file, Genericode::readIdentity);
  }

  /** Reads the codes of a column; an unknown or empty name means the key column. */
  static Set<String> codes(Path file, String column) {
    return reading(file, list -> list.readCodes(column));
  }

  private interface Use<T> {
    T of(Genericode list) throws XMLStreamException;
  }

  private static <T> T reading(Path file, Use<T> use) {
    try (var in = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
      return use.of(new Genericode(Xml.stream(in)));
    } catch (XMLStreamException broken) {
      throw new XoevException(
          XoevError.PACKAGE_UNREADABLE, "code list " + file.getFileName(), broken);
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, file.toString(), failed);
    }
  }

  private Identity readIdentity() throws XMLStreamException {
    String uri = "";
    String version = "";
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "CanonicalUri" -> uri = uri.isEmpty() ? reader.getElementText().strip() : uri;
          case "Version" -> version = version.isEmpty() ? reader.getElementText().strip() : version;
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && reader.getLocalName().equals("Identification")) {
        break;
      }
    }
    return new Identity(uri, version);
  }

  private Set<String> readCodes(String column) throws XMLStreamException {
    var codes = new HashSet<String>();
    String wanted = null;
    String current = "";
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "Column" -> column();
        case "Key" -> key();
        case "SimpleCodeList" -> wanted = chosen(column);
        case "Value" -> current = attribute("ColumnRef");
        case "SimpleValue" -> {
          String value = reader.getElementText();
          if (current.equals(wanted)) {
            codes.add(value.strip());
          }
        }
        default -> {}
      }
    }
    return codes;
  }

  private String chosen(String column) {
    if (columnIds.containsKey(column)) {
      return columnIds.get(column);
    }
    if (!recommended.isEmpty()) {
      return recommended;
    }
    return firstKey.isEmpty() ? firstColumn : firstKey;
  }

  private void column() throws XMLStreamException {
    String id = attribute("Id");
    firstColumn = firstColumn.isEmpty() ? id : firstColumn;
    columnIds.put(id, id);
    while (!ends("Column")) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("ShortName")) {
        columnIds.putIfAbsent(reader.getElementText().strip(), id);
      }
    }
  }

  private void key() throws XMLStreamException {
    boolean isRecommended = false;
    while (!ends("Key")) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        isRecommended |= reader.getLocalName().equals("recommendedKeyColumn");
        if (reader.getLocalName().equals("ColumnRef")) {
          String ref = attribute("Ref");
          firstKey = firstKey.isEmpty() ? ref : firstKey;
          recommended = isRecommended && recommended.isEmpty() ? ref : recommended;
        }
      }
    }
  }

  private boolean ends(String name) throws XMLStreamException {
    return reader.next() == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name);
  }

  private String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
