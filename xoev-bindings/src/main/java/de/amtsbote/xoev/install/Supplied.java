package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.schema.SchemaClosure;
import de.amtsbote.xoev.schema.SchemaFiles;
import de.amtsbote.xoev.schema.Xs;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Schemas laid into a delivery that lacks them: the one that nobody has to publish, because the
 * attributes {@code xml:lang}, {@code xml:space}, {@code xml:base} and {@code xml:id} belong to XML
 * itself; and empty ones for imports of which nothing is used.
 */
final class Supplied {

  private static final String FILE = "xml-namespace.xsd";

  private Supplied() {}

  /**
   * Lays the schema of the XML namespace into a delivery that asks for it in vain.
   *
   * @return what an operator should know; empty when nothing had to be done
   */
  static Optional<Text> into(Path delivery, Collection<SchemaClosure.Missing> missing)
      throws IOException {
    if (missing.stream().noneMatch(it -> it.namespace().equals(XMLConstants.XML_NS_URI))) {
      return Optional.empty();
    }
    try (InputStream schema = Supplied.class.getResourceAsStream(FILE)) {
      Files.copy(schema, delivery.resolve(FILE));
    }
    return Optional.of(
        new Text(
            "Das Schema des XML-Namensraums (xml:lang …) fehlt und wurde ergänzt.",
            "The schema of the XML namespace (xml:lang …) is missing and was supplied."));
  }

  /**
   * Lays an empty schema into a delivery for each import that is missing. It compiles only when
   * nothing of it is used.
   *
   * @return what an operator should know
   */
  static List<Text> empty(Path delivery, Collection<SchemaClosure.Missing> missing)
      throws IOException {
    var remarks = new ArrayList<Text>();
    Map<String, SchemaClosure.Missing> imports = new LinkedHashMap<>();
    missing.stream()
        .filter(it -> !it.part() && !it.namespace().isEmpty())
        .forEach(it -> imports.put(it.namespace(), it));
    for (SchemaClosure.Missing one : imports.values()) {
      Path file = delivery.resolve(SchemaFiles.STAND_IN + remarks.size() + ".xsd");
      try (var out = Files.newOutputStream(file)) {
        var writer = Xml.writer(out);
        writer.writeStartElement("xs", "schema", Xs.NS);
        writer.writeNamespace("xs", Xs.NS);
        writer.writeAttribute("targetNamespace", one.namespace());
        writer.writeEndElement();
        writer.close();
      } catch (XMLStreamException unwritable) {
        throw new XoevException(XoevError.STORAGE_FAILED, file.toString(), unwritable);
      }
      String named = one.namespace() + " (" + one.location() + ")";
      remarks.add(
          new Text(
              "Ausgelassen, weil nichts daraus benutzt wird: " + named,
              "Left out, because nothing of it is used: " + named));
    }
    return remarks;
  }
}
