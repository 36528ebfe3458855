package de.amtsbote.xoev.codelist;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Xml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads OASIS genericode 1.0 by streaming: identity, columns, and the codes of one column. */
final class Genericode {

  private final XMLStreamReader reader;
  private final Map<String, String> columnIds = new HashMap<>();
  private final List<String> columns = new ArrayList<>();
  private int position = -1;
  private String current = "";
  private final Set<String> keys = new LinkedHashSet<>();
  private String recommended = "";

  private Genericode(XMLStreamReader reader) {
    this.reader = reader;
  }

  /**
   * Reads the identity only.
   *
   * @throws XoevException ({@link XoevError#PACKAGE_UNREADABLE}) when the file is broken
   */
  static ListIdentity identity(Path file) {
    return reading(file, Genericode::readIdentity);
  }

  /**
   * Reads the codes of a column; an unknown or empty name means the key columns. Empty when the
   * list does not say which of its values are codes, because its columns are declared elsewhere.
   */
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

  private ListIdentity readIdentity() throws XMLStreamException {
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
    return new ListIdentity(uri, version);
  }

  private Set<String> readCodes(String column) throws XMLStreamException {
    var byColumn = new HashMap<String, Set<String>>();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "Column" -> column();
        case "ColumnRef" -> columns.add(attribute("Id"));
        case "Key" -> key();
        case "Row" -> position = -1;
        case "Value" -> value();
        case "SimpleValue" -> {
          String value = reader.getElementText().strip();
          byColumn.computeIfAbsent(current, c -> new HashSet<>()).add(value);
        }
        default -> {}
      }
    }
    var codes = new HashSet<String>();
    chosen(column, byColumn.keySet())
        .forEach(id -> codes.addAll(byColumn.getOrDefault(id, Set.of())));
    return codes;
  }

  /** A value that names no column belongs to the one behind that of the value before. */
  private void value() {
    String named = attribute("ColumnRef");
    int declared = columns.indexOf(named);
    position = declared < 0 ? position + 1 : declared;
    if (!named.isEmpty()) {
      current = named;
    } else {
      current = position < columns.size() ? columns.get(position) : "#" + position;
    }
  }

  /** One column, or all those that are keys where nothing says which of them holds the codes. */
  private Set<String> chosen(String column, Set<String> used) {
    if (columnIds.containsKey(column)) {
      return Set.of(columnIds.get(column));
    }
    if (columns.isEmpty()) {
      return used.size() == 1 ? used : Set.of(column);
    }
    if (!recommended.isEmpty()) {
      return Set.of(recommended);
    }
    return keys.isEmpty() ? Set.of(columns.get(0)) : keys;
  }

  private void column() throws XMLStreamException {
    String id = attribute("Id");
    columns.add(id);
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
          keys.add(ref);
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
