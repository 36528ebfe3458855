package de.amtsbote.xoev;

import de.amtsbote.xoev.install.StandardPackager;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes packages for tests from the files of XDemo. */
public final class Packages {

  private final Map<String, Content> files = new LinkedHashMap<>();

  private Packages() {}

  /** XDemo 1.0 without its samples. */
  public static Packages xdemo() {
    return xdemo("1.0");
  }

  /** A version of XDemo without its samples. */
  public static Packages xdemo(String version) {
    var made = new Packages();
    XDemo.files(version).entrySet().stream()
        .filter(file -> !file.getKey().startsWith("samples/"))
        .forEach(file -> made.files.put(file.getKey(), file.getValue()));
    return made;
  }

  public static Packages empty() {
    return new Packages();
  }

  public Packages with(String file, String text) {
    files.put(file, Content.of(text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  public Packages without(String file) {
    files.remove(file);
    return this;
  }

  public Packages renamed(String from, String to) {
    files.put(to, files.remove(from));
    return this;
  }

  public Packages replaced(String file, String from, String to) throws IOException {
    try (var in = files.get(file).open()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return with(file, text.replace(from, to));
    }
  }

  /** One pattern with one rule on the root, as an own rule file instead of that of XDemo. */
  public Packages withRule(String inside) {
    without("schematron/xdemo.sch");
    return with("schematron/rules.sch", schematron(inside));
  }

  public static String schematron(String inside) {
    return "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron'"
        + " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
        + " xmlns:xs='http://www.w3.org/2001/XMLSchema' queryBinding='xslt2'>"
        + inside
        + "</sch:schema>";
  }

  /** As a ZIP file in the layout of the XRepository. */
  public Path zip(Path folder) throws IOException {
    Path zip = folder.resolve("package.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      StandardPackager.pack(files, out);
    }
    return zip;
  }

  /** As a plain folder. */
  public Path folder(Path parent) throws IOException {
    Path folder = parent.resolve("delivery");
    for (Map.Entry<String, Content> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      try (var in = file.getValue().open()) {
        Files.copy(in, path);
      }
    }
    return folder;
  }
}
