package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.StandardCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the folders of a delivery that hold one release of its standard each. What lies in none of
 * them (code lists, schemas of others) belongs to all releases.
 */
final class ReleaseFolders {

  private final Path whole;
  private final StandardCatalog catalog;
  private final List<Path> folders;

  ReleaseFolders(Path whole, StandardCatalog catalog) throws IOException {
    this.whole = whole;
    this.catalog = catalog;
    this.folders = found();
  }

  /** Two or more; empty when the releases cannot be told apart by their folders. */
  List<Path> folders() {
    return folders;
  }

  /** Copies one release with what belongs to all. */
  void copy(Path release, Path into) throws IOException {
    try (var paths = Files.walk(whole)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        boolean others = folders.stream().anyMatch(f -> !f.equals(release) && path.startsWith(f));
        if (!others) {
          Path to = into.resolve(whole.relativize(path).toString());
          Files.createDirectories(to.getParent());
          Files.copy(path, to);
        }
      }
    }
  }

  private List<Path> found() throws IOException {
    Path top = whole;
    List<Path> below = subfolders(top);
    while (below.size() == 1 && !hasFiles(top)) {
      top = below.get(0);
      below = subfolders(top);
    }
    var releases = new ArrayList<Path>();
    var names = new HashSet<String>();
    var versions = new HashSet<String>();
    for (Path folder : below) {
      Optional<Manifest> manifest = manifest(folder);
      if (manifest.isPresent() && !manifest.get().kennung().isEmpty()) {
        releases.add(folder);
        names.add(manifest.get().name());
        versions.add(manifest.get().version());
      }
    }
    boolean apart = releases.size() > 1 && names.size() == 1 && versions.size() == releases.size();
    return apart && !hasSchemas(top) ? List.copyOf(releases) : List.of();
  }

  private Optional<Manifest> manifest(Path folder) {
    try {
      return Optional.of(new ManifestDraft(folder, catalog).manifest());
    } catch (XoevException noStandard) {
      return Optional.empty();
    }
  }

  private static List<Path> subfolders(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static boolean hasFiles(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.anyMatch(Files::isRegularFile);
    }
  }

  /** Schemas beside the folders could belong to any of them. */
  private static boolean hasSchemas(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      Set<Kind> kinds = new HashSet<>();
      paths.filter(Files::isRegularFile).map(Kind::of).forEach(kinds::add);
      return kinds.contains(Kind.SCHEMA);
    }
  }
}
