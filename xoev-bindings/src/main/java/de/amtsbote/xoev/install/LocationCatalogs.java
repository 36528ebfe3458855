package de.amtsbote.xoev.install;

import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Catalogs (OASIS XML Catalogs 1.1) that a delivery brings along: which of its files answers an
 * absolute location. What leads out of the delivery counts for nothing.
 */
final class LocationCatalogs {

  /** Namespace of the elements of a catalog. */
  static final String NS = "urn:oasis:names:tc:entity:xmlns:xml:catalog";

  private static final Logger LOG = LoggerFactory.getLogger(LocationCatalogs.class);
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final Path folder;
  private final Map<String, Path> locations = new LinkedHashMap<>();

  /**
   * @param folder the delivery
   * @param catalogs paths within it
   */
  LocationCatalogs(Path folder, List<String> catalogs) {
    this.folder = folder;
    catalogs.stream().map(folder::resolve).forEach(this::read);
  }

  /** Locations and the files that answer them. */
  Map<String, Path> locations() {
    return locations;
  }

  private void read(Path catalog) {
    try (var in = Files.newInputStream(catalog)) {
      var found = Xml.schemaDocuments().parse(in).getElementsByTagNameNS(NS, "*");
      for (int i = 0; i < found.getLength(); i++) {
        entry((Element) found.item(i), catalog);
      }
    } catch (SAXException | IOException broken) {
      // it only helps: what it would have answered is named as missing
      LOG.warn("{} is left out: {}", catalog.getFileName(), broken.getMessage());
    }
  }

  private void entry(Element entry, Path catalog) {
    switch (entry.getLocalName()) {
      case "system" -> add(entry.getAttribute("systemId"), file(entry, "uri", catalog));
      case "uri" -> add(entry.getAttribute("name"), file(entry, "uri", catalog));
      case "rewriteSystem" ->
          rewrite(entry.getAttribute("systemIdStartString"), file(entry, "rewritePrefix", catalog));
      case "rewriteURI" ->
          rewrite(entry.getAttribute("uriStartString"), file(entry, "rewritePrefix", catalog));
      default -> {}
    }
  }

  private void add(String location, Path file) {
    if (!location.isBlank() && file != null && Files.isRegularFile(file)) {
      locations.putIfAbsent(location.strip(), file);
    }
  }

  /** All schemas below a folder, each under its own address. */
  private void rewrite(String start, Path below) {
    if (start.isBlank() || below == null || !Files.isDirectory(below)) {
      return;
    }
    try (var paths = Files.walk(below)) {
      for (Path file : (Iterable<Path>) paths.sorted()::iterator) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xsd")) {
          String path = below.relativize(file).toString().replace('\\', '/');
          add(start.strip() + path, file);
        }
      }
    } catch (IOException unreadable) {
      LOG.warn("{} is left out: {}", below.getFileName(), unreadable.getMessage());
    }
  }

  /** The file that an attribute names, from the place of the catalog; null outside of here. */
  private Path file(Element entry, String attribute, Path catalog) {
    Path at = catalog.getParent();
    try {
      for (String base : bases(entry)) {
        at = at.resolve(base);
      }
      Path file = at.resolve(entry.getAttribute(attribute).strip().replace("%20", " ")).normalize();
      return file.startsWith(folder) ? file : null;
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  /** Values of {@code xml:base} from the outside in. */
  private static List<String> bases(Element entry) {
    String own = entry.getAttributeNS(XML, "base");
    boolean inside = entry.getParentNode() instanceof Element;
    List<String> above = inside ? bases((Element) entry.getParentNode()) : List.of();
    if (own.isBlank()) {
      return above;
    }
    var all = new ArrayList<>(above);
    all.add(own.strip().replace("%20", " "));
    return all;
  }
}
