package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.standard.ManifestYaml;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes the useful files of a delivery into a folder: schemas, rules and the files they read, code
 * lists, {@code standard.yaml}; ZIP files inside are opened too. Samples, specifications and
 * everything else stay where they are.
 */
final class Delivery {

  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 1L << 30;
  private static final long MOST_BYTES_PER_FILE = 128L << 20;
  private static final int DEEPEST = 3;
  private static final String DOS = "IBM850";

  private final Path target;
  private final Leftovers leftovers = new Leftovers();
  private final List<Text> remarks = new ArrayList<>();
  private int files;
  private long bytes;
  private long archived;

  Delivery(Path target) {
    this.target = target;
  }

  /**
   * Takes a folder, a ZIP file, or a single code list or schema.
   *
   * @return what was left out although it looked useful
   */
  List<Text> take(Path source) {
    if (!Files.exists(source)) {
      throw new XoevException(XoevError.PACKAGE_UNREADABLE, source + " does not exist");
    }
    try {
      String name = source.getFileName() == null ? "" : source.getFileName().toString();
      if (Files.isDirectory(source)) {
        takeFolder(source);
      } else if (Kind.mayBeUseful(name.toLowerCase(Locale.ROOT))) {
        takeSingle(source, name);
      } else {
        takeZip(source, name, target, 0);
      }
      remarks.addAll(leftovers.settle(target));
      lift();
    } catch (ZipException broken) {
      throw new XoevException(XoevError.PACKAGE_UNREADABLE, broken.getMessage(), broken);
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, source.toString(), failed);
    }
    if (files == 0) {
      throw new XoevException(XoevError.PACKAGE_WITHOUT_SCHEMA, source + " holds nothing of use");
    }
    return remarks;
  }

  /** A folder that was packed as a whole with its manifest is the package. */
  private void lift() throws IOException {
    List<Path> tops = children(target);
    boolean whole = tops.size() == 1 && Files.exists(tops.get(0).resolve(ManifestYaml.FILE));
    if (whole) {
      Path folder = target.resolve(".whole");
      Files.move(tops.get(0), folder);
      for (Path child : children(folder)) {
        Files.move(child, target.resolve(child.getFileName()));
      }
      Files.delete(folder);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  /** A link to a folder is a folder; what lies in hidden ones belongs to some program. */
  private void takeFolder(Path link) throws IOException {
    Path source = link.toRealPath();
    try (var paths = Files.walk(source)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        if (Files.isRegularFile(path) && !isHidden(source.relativize(path))) {
          Path to = inside(target, source.relativize(path).toString());
          try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            takeFile(in, to, 0);
          }
        }
      }
    }
  }

  /** Code lists are published one by one. */
  private void takeSingle(Path source, String name) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(source))) {
      takeFile(in, inside(target, name), 0);
    }
  }

  private static boolean isHidden(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(step -> step.toString().startsWith("."));
  }

  private void takeZip(Path archive, String name, Path folder, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw unsafe("archives within archives, deeper than " + DEEPEST);
    }
    try (var zip = opened(archive, name)) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          String entryName = decoded(entry.getName());
          Path to = inside(folder, entryName);
          try (InputStream in = zip.getInputStream(entry)) {
            takeFile(in, to, depth);
          } catch (EOFException cut) {
            throw broken(name + ": entry '" + entryName + "' is cut off", cut);
          } catch (ZipException bad) {
            boolean ours = bad.getCause() != null;
            throw ours ? bad : broken(name + ": entry '" + entryName + "' is broken", bad);
          }
        }
      }
    }
  }

  private static ZipFile opened(Path archive, String name) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1);
    } catch (ZipException bad) {
      throw broken(name + " is no ZIP file, or damaged or encrypted", bad);
    }
  }

  private static ZipException broken(String what, IOException cause) {
    var broken = new ZipException(what);
    broken.initCause(cause);
    return broken;
  }

  /**
   * Archivers that do not flag UTF-8 names write them nevertheless; others write those of DOS,
   * whose umlauts are control characters in Latin-1.
   */
  private static String decoded(String name) {
    if (name.chars().anyMatch(c -> c > 0xFF)) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noUtf8) {
      boolean dos = name.chars().anyMatch(c -> c >= 0x80 && c < 0xA0);
      return dos && Charset.isSupported(DOS) ? new String(bytes, Charset.forName(DOS)) : name;
    }
  }

  private void takeFile(InputStream in, Path to, int depth) throws IOException {
    String name = to.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.startsWith(".") || name.startsWith("__macosx")) {
      return;
    }
    if (name.endsWith(".zip")) {
      takeNested(in, to, depth + 1);
    } else if (Kind.mayBeUseful(name)) {
      keep(in, to);
    }
  }

  /** A broken archive within is left out with a remark, unless useful files of it came already. */
  private void takeNested(InputStream in, Path to, int depth) throws IOException {
    String name = to.getFileName().toString();
    int before = files;
    Path copy = Files.createTempFile(target, ".nested-", ".zip");
    try {
      archived += copied(in, copy, MOST_BYTES - archived);
      takeZip(copy, name, to.resolveSibling(name.substring(0, name.length() - 4)), depth);
    } catch (ZipException broken) {
      if (files > before) {
        throw broken;
      }
      remarks.add(
          new Text(
              "Nicht lesbar und ausgelassen: " + broken.getMessage(),
              "Unreadable and left out: " + broken.getMessage()));
    } finally {
      Files.delete(copy);
    }
  }

  private void keep(InputStream in, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    bytes += copied(in, to, Math.min(MOST_BYTES_PER_FILE, MOST_BYTES - bytes));
    Kind kind = Kind.of(to);
    if (kind == Kind.OTHER || kind == Kind.BROKEN) {
      leftovers.add(to, kind);
      return;
    }
    leftovers.forget(to);
    if (++files > MOST_FILES) {
      throw unsafe("more than " + MOST_FILES + " files");
    }
  }

  private static long copied(InputStream in, Path to, long most) throws IOException {
    try (var out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[65_536];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > most) {
          throw unsafe("more than " + MOST_BYTES_PER_FILE + " bytes in a file or " + MOST_BYTES);
        }
        out.write(buffer, 0, n);
      }
      return size;
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
