package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.StandardPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Folders beside the installed packages in which new ones are prepared. They are moved into place
 * together: when one of them cannot be, those before it are taken back.
 */
final class Staging {

  private final Path directory;
  private final List<Path> open = new ArrayList<>();

  Staging(Path directory) {
    this.directory = directory;
  }

  Path create() throws IOException {
    Path folder = hidden("staging");
    open.add(folder);
    return Files.createDirectories(folder);
  }

  private Path hidden(String what) {
    return directory.resolve("." + what + "-" + UUID.randomUUID());
  }

  /** Moves prepared packages into place. */
  List<Installation> activate(List<Installation> ready, boolean replace) throws IOException {
    var undo = new ArrayList<Move>();
    var active = new ArrayList<Installation>();
    try {
      for (Installation one : ready) {
        Manifest manifest = one.standard().manifest();
        Path target = directory.resolve(manifest.id());
        if (Files.exists(target)) {
          if (!replace) {
            throw new XoevException(XoevError.ALREADY_INSTALLED, manifest.id());
          }
          undo.add(Move.of(target, hidden("old")));
        }
        undo.add(Move.of(one.standard().directory(), target));
        active.add(new Installation(new StandardPackage(target, manifest), one.remarks()));
      }
    } catch (IOException | XoevException failed) {
      for (int i = undo.size() - 1; i >= 0; i--) {
        Move.of(undo.get(i).to(), undo.get(i).from());
      }
      throw failed;
    }
    undo.stream().map(Move::to).filter(it -> !isActive(it, active)).forEach(Staging::delete);
    return active;
  }

  private static boolean isActive(Path folder, List<Installation> active) {
    return active.stream().anyMatch(it -> it.standard().directory().equals(folder));
  }

  private record Move(Path from, Path to) {

    static Move of(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return new Move(from, to);
    }
  }

  /** Removes an installed package at once, whatever becomes of its files. */
  void retire(Path folder) {
    try {
      delete(Move.of(folder, hidden("old")).to());
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, folder.toString(), failed);
    }
  }

  /** Deletes what was not moved into place. */
  void clear() {
    open.forEach(Staging::delete);
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
