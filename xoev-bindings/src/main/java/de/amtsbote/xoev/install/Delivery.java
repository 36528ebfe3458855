package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Takes the useful files of a delivery into a folder: schemas, rules, code lists, {@code
 * standard.yaml}; ZIP files inside are opened too. Samples, specifications and everything else stay
 * where they are.
 */
final class Delivery {

  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 1L << 30;
  private static final long MOST_BYTES_PER_FILE = 128L << 20;
  private static final int DEEPEST = 3;

  private final Path target;
  private int files;
  private long bytes;

  Delivery(Path target) {
    this.target = target;
  }

  /** Takes a folder or a ZIP file. */
  void take(Path source) {
    try {
      if (Files.isDirectory(source)) {
        takeFolder(source);
      } else {
        try (var in = new BufferedInputStream(Files.newInputStream(source))) {
          takeZip(in, target, 0);
        }
      }
    } catch (ZipException broken) {
      throw new XoevException(
          XoevError.PACKAGE_UNREADABLE, source.getFileName().toString(), broken);
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, source.toString(), failed);
    }
    if (files == 0) {
      throw new XoevException(
          XoevError.PACKAGE_WITHOUT_SCHEMA, source.getFileName() + " holds nothing of use");
    }
  }

  private void takeFolder(Path source) throws IOException {
    try (var paths = Files.walk(source)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        if (Files.isRegularFile(path)) {
          Path to = inside(target, source.relativize(path).toString());
          try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            takeFile(in, to, 0);
          }
        }
      }
    }
  }

  private void takeZip(InputStream in, Path folder, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw unsafe("archives within archives, deeper than " + DEEPEST);
    }
    // not closed: the caller owns the stream below
    @SuppressWarnings("resource")
    var zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    boolean any = false;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      any = true;
      if (!entry.isDirectory()) {
        takeFile(zip, inside(folder, decoded(entry.getName())), depth);
      }
    }
    if (!any && depth == 0) {
      throw new XoevException(XoevError.PACKAGE_UNREADABLE, "no ZIP file");
    }
  }

  /** Archivers that do not flag UTF-8 names write them nevertheless. */
  private static String decoded(String name) {
    try {
      var bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1));
      boolean latin = name.chars().allMatch(c -> c < 256);
      return latin ? StandardCharsets.UTF_8.newDecoder().decode(bytes).toString() : name;
    } catch (CharacterCodingException reallyLatin) {
      return name;
    }
  }

  private void takeFile(InputStream in, Path to, int depth) throws IOException {
    String name = to.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.startsWith(".") || name.startsWith("__macosx")) {
      return;
    }
    if (name.endsWith(".zip")) {
      String folder = to.getFileName().toString();
      takeZip(in, to.resolveSibling(folder.substring(0, folder.length() - 4)), depth + 1);
    } else if (Kind.mayBeUseful(name)) {
      keep(in, to);
    }
  }

  private void keep(InputStream in, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[65_536];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        bytes += n;
        if (size > MOST_BYTES_PER_FILE || bytes > MOST_BYTES) {
          throw unsafe("more than " + MOST_BYTES_PER_FILE + " bytes in a file or " + MOST_BYTES);
        }
        out.write(buffer, 0, n);
      }
    }
    if (!Kind.isUseful(to)) {
      Files.delete(to);
      return;
    }
    if (++files > MOST_FILES) {
      throw unsafe("more than " + MOST_FILES + " files");
    }
  }

  private Path inside(Path folder, String name) {
    Path path = folder.resolve(name.replace('\\', '/')).normalize();
    if (!path.startsWith(target) || name.startsWith("/")) {
      throw unsafe("entry '" + name + "' leads out of the package");
    }
    return path;
  }

  private static XoevException unsafe(String why) {
    return new XoevException(XoevError.PACKAGE_UNSAFE, why);
  }
}
