package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.schema.SchemaClosure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import javax.xml.XMLConstants;

/**
 * The one schema that deliveries leave out and nobody has to publish: the attributes {@code
 * xml:lang}, {@code xml:space}, {@code xml:base} and {@code xml:id} belong to XML itself.
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
}
