package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a standard package in the layout of the XRepository: schemas and rules as ZIP files of
 * their own, code lists and {@code standard.yaml} beside them. The same files give the same bytes.
 */
public final class StandardPackager {

  private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

  private StandardPackager() {}

  /** Packs a folder; files in {@code samples} are left out. */
  public static void pack(Path folder, OutputStream out) throws IOException {
    var files = new LinkedHashMap<String, Content>();
    try (var paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!name.startsWith("samples/")) {
          files.put(name, Content.of(path));
        }
      }
    }
    pack(files, out);
  }

  /**
   * Packs files by their path; those in a folder {@code xsd} or {@code schematron} become a ZIP
   * file of that name.
   */
  public static void pack(Map<String, Content> files, OutputStream out) throws IOException {
    var inner = new TreeMap<String, Map<String, Content>>();
    var outer = new TreeMap<String, Content>();
    files.forEach(
        (name, content) -> {
          String top = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
          if (top.equals("xsd") || top.equals("schematron")) {
            inner
                .computeIfAbsent(top + ".zip", zip -> new TreeMap<>())
                .put(name.substring(top.length() + 1), content);
          } else if (!name.equals("index.txt")) {
            outer.put(name, content);
          }
        });
    for (Map.Entry<String, Map<String, Content>> zip : inner.entrySet()) {
      var bytes = new ByteArrayOutputStream();
      write(zip.getValue(), bytes);
      outer.put(zip.getKey(), Content.of(bytes.toByteArray()));
    }
    write(outer, out);
  }

  private static void write(Map<String, Content> files, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    for (Map.Entry<String, Content> file : files.entrySet()) {
      var entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(EPOCH);
      zip.putNextEntry(entry);
      try (InputStream in = file.getValue().open()) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
    zip.finish();
  }
}
