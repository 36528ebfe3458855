package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The schema documents below some folders, by path. */
public final class SchemaFiles {

  /** How names of schemas begin that stand for one that is missing, for their package only. */
  public static final String STAND_IN = "stand-in-";

  private static final String XSD = "http://www.w3.org/2001/XMLSchema";

  private final Map<Path, SchemaFile> files = new LinkedHashMap<>();

  /**
   * Reads the target namespaces of all {@code .xsd} files below the folders.
   *
   * @throws XoevException ({@link XoevError#PACKAGE_UNREADABLE}) when a file is no schema
   */
  public static SchemaFiles below(List<Path> folders) {
    var found = new SchemaFiles();
    folders.forEach(found::scan);
    return found;
  }

  private void scan(Path folder) {
    try (var paths = Files.walk(folder)) {
      paths
          .filter(p -> p.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xsd"))
          .filter(Files::isRegularFile)
          .map(p -> p.toAbsolutePath().normalize())
          .sorted(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString))
          .forEach(p -> files.put(p, read(p)));
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, folder.toString(), unreadable);
    }
  }

  private static SchemaFile read(Path path) {
    try (var in = Files.newInputStream(path)) {
      var reader = Xml.stream(in);
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (!XSD.equals(reader.getNamespaceURI()) || !"schema".equals(reader.getLocalName())) {
        throw new XoevException(XoevError.PACKAGE_UNREADABLE, path.getFileName() + " is no schema");
      }
      String namespace = reader.getAttributeValue(null, "targetNamespace");
      String version = reader.getAttributeValue(null, "version");
      return new SchemaFile(
          path, namespace == null ? "" : namespace, version == null ? "" : version);
    } catch (XMLStreamException | IOException broken) {
      throw new XoevException(
          XoevError.PACKAGE_UNREADABLE, path.getFileName() + " is not well-formed", broken);
    }
  }

  /** All documents, those near the top of a folder first. */
  public List<SchemaFile> all() {
    return List.copyOf(files.values());
  }

  /** The same without what only stands for something missing. */
  SchemaFiles published() {
    var published = new SchemaFiles();
    files.forEach(
        (path, file) -> {
          if (!file.name().startsWith(STAND_IN)) {
            published.files.put(path, file);
          }
        });
    return published;
  }

  /** The document at this path. */
  public Optional<SchemaFile> at(Path path) {
    return Optional.ofNullable(files.get(path.toAbsolutePath().normalize()));
  }
}
