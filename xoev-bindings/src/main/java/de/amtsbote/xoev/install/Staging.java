package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders beside the installed packages in which new ones are prepared. They are moved into place
 * together, or not at all.
 */
final class Staging {

  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
  private static final String STAGED = ".staging-";
  private static final String RETIRED = ".old-";
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path directory;
  private final List<Path> open = new ArrayList<>();

  Staging(Path directory) {
    this.directory = directory;
  }

  Path create() throws IOException {
    Path folder = hidden(STAGED);
    open.add(folder);
    return Files.createDirectories(folder);
  }

  private Path hidden(String prefix) {
    return directory.resolve(prefix + UUID.randomUUID());
  }

  /** Moves prepared packages into place. */
  List<Installation> activate(List<Installation> ready, boolean replace) throws IOException {
    return DirectoryLock.holding(directory, () -> move(ready, replace));
  }

  private List<Installation> move(List<Installation> ready, boolean replace) throws IOException {
    Moves.complete(directory);
    var moves = new Moves(directory);
    var active = new ArrayList<Installation>();
    for (Installation one : ready) {
      Manifest manifest = one.standard().manifest();
      Path target = directory.resolve(manifest.id());
      if (Files.exists(target)) {
        if (!replace) {
          throw new XoevException(XoevError.ALREADY_INSTALLED, manifest.id());
        }
        moves.add(target, hidden(RETIRED));
      }
      Durable.tree(one.standard().directory());
      moves.add(one.standard().directory(), target);
      active.add(new Installation(new StandardPackage(target, manifest), one.remarks()));
    }
    moves.perform();
    sweep();
    return active;
  }

  /** Removes an installed package at once, whatever becomes of its files. */
  void retire(Path folder) {
    try {
      DirectoryLock.holding(
          directory,
          () -> {
            new Moves(directory).add(folder, hidden(RETIRED)).perform();
            sweep();
            return folder;
          });
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, folder.toString(), failed);
    }
  }

  /**
   * The packages as they are between two installations; one that was cut off is completed first.
   */
  static StandardCatalog catalog(Path directory) {
    if (!DirectoryLock.isKnown(directory)) {
      return StandardCatalog.read(directory);
    }
    try {
      return DirectoryLock.holding(
          directory,
          () -> {
            Moves.complete(directory);
            return StandardCatalog.read(directory);
          });
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, directory.toString(), failed);
    }
  }

  /** Deletes what was not moved into place. */
  void clear() {
    open.forEach(Staging::delete);
  }

  /**
   * What stays behind harms nobody; the next one tries again. Under the lock nobody else retires a
   * package or writes a list of moves, but somebody may be staging one.
   */
  private void sweep() throws IOException {
    // the directory was changed a moment ago
    Instant abandoned = Files.getLastModifiedTime(directory).toInstant().minus(ABANDONED);
    List<Path> hidden;
    try (var files = Files.list(directory)) {
      hidden = files.filter(it -> it.getFileName().toString().startsWith(".")).toList();
    }
    for (Path path : hidden) {
      String name = path.getFileName().toString();
      boolean old = Files.getLastModifiedTime(path).toInstant().isBefore(abandoned);
      boolean dead = name.startsWith(RETIRED) || name.startsWith(Moves.DRAFT);
      if (dead || (name.startsWith(STAGED) && old)) {
        try {
          delete(path);
        } catch (XoevException kept) {
          LOG.warn("{} cannot be deleted: {}", path, kept.getMessage());
        }
      }
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, folder.toString(), failed);
    }
  }
}
