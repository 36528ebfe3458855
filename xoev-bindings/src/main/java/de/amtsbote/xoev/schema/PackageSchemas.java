package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.validation.Schema;
import org.w3c.dom.Document;

/** Compiles the schemas of an installed package. */
public final class PackageSchemas {

  private PackageSchemas() {}

  /**
   * Compiles the entry schemas of the manifest.
   *
   * @param catalog where the packages lie that this one requires
   * @throws XoevException when an import is not here or a schema is invalid
   */
  public static CompiledSchema compile(StandardPackage standard, StandardCatalog catalog) {
    var own = own(standard);
    return SchemaCompiler.compile(locator(standard, catalog, own), entries(standard, own));
  }

  /** The schema documents that the messages of a package can reach. */
  public static Collection<Document> documents(StandardPackage standard, StandardCatalog catalog) {
    var own = own(standard);
    var closure = new SchemaClosure(locator(standard, catalog, own), entries(standard, own));
    return closure.documents().values();
  }

  /** Compiles them as they are, with all their patterns; for comparing. */
  public static Schema compileUnchanged(StandardPackage standard, StandardCatalog catalog) {
    var own = own(standard);
    return SchemaCompiler.compileUnchanged(locator(standard, catalog, own), entries(standard, own));
  }

  private static SchemaFiles own(StandardPackage standard) {
    return SchemaFiles.below(List.of(standard.directory()));
  }

  private static List<SchemaFile> entries(StandardPackage standard, SchemaFiles own) {
    List<SchemaFile> entries = new ArrayList<>();
    for (String entry : standard.manifest().schemas()) {
      entries.add(
          own.at(standard.directory().resolve(entry))
              .orElseThrow(
                  () -> new XoevException(XoevError.MANIFEST_INVALID, "schemas: " + entry)));
    }
    return entries;
  }

  private static SchemaLocator locator(
      StandardPackage standard, StandardCatalog catalog, SchemaFiles own) {
    Manifest manifest = standard.manifest();
    List<Path> others =
        catalog.packages().stream()
            .filter(other -> manifest.requires().contains(other.id()))
            .map(StandardPackage::directory)
            .toList();
    Map<String, Path> locations = new LinkedHashMap<>();
    manifest
        .locations()
        .forEach((from, to) -> locations.put(from, standard.directory().resolve(to)));
    return new SchemaLocator(own, SchemaFiles.below(others), locations);
  }
}
