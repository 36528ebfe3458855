package de.amtsbote.xoev.standard;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The packages installed in one directory, as they were at one moment; immutable. A reload makes a
 * new catalog, so running validations keep theirs.
 */
public final class StandardCatalog {

  private final Path directory;
  private final List<StandardPackage> packages;

  /**
   * @param directory the directory that holds one folder per package
   * @param packages the packages in it
   */
  public StandardCatalog(Path directory, List<StandardPackage> packages) {
    this.directory = directory;
    this.packages = packages.stream().sorted(Comparator.comparing(StandardPackage::id)).toList();
  }

  /**
   * Reads what is installed in the directory; a directory that is not there holds nothing.
   *
   * @throws XoevException ({@link XoevError#MANIFEST_INVALID}) when a package's manifest is wrong
   */
  public static StandardCatalog read(Path directory) {
    if (!Files.isDirectory(directory)) {
      return new StandardCatalog(directory, List.of());
    }
    try (var folders = Files.list(directory)) {
      return new StandardCatalog(
          directory,
          folders
              .filter(folder -> !folder.getFileName().toString().startsWith("."))
              .filter(folder -> Files.isRegularFile(folder.resolve(ManifestYaml.FILE)))
              .map(f -> new StandardPackage(f, ManifestYaml.read(f.resolve(ManifestYaml.FILE))))
              .toList());
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, directory.toString(), unreadable);
    }
  }

  /** The directory the packages lie in. */
  public Path directory() {
    return directory;
  }

  /** All packages, ordered by name and version. */
  public List<StandardPackage> packages() {
    return packages;
  }

  /** The package of this standard and version. */
  public Optional<StandardPackage> find(String name, String version) {
    return packages.stream()
        .filter(p -> p.name().equalsIgnoreCase(name) && p.version().equals(version))
        .findFirst();
  }

  /**
   * The package of this standard and version.
   *
   * @throws XoevException ({@link XoevError#NOT_INSTALLED}) when it is not installed
   */
  public StandardPackage get(String name, String version) {
    return find(name, version)
        .orElseThrow(() -> new XoevException(XoevError.NOT_INSTALLED, name + " " + version));
  }
}
