package de.amtsbote.xoev.xdemo;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.install.StandardPackager;
import de.amtsbote.xoev.standard.StandardCatalog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The demo standard XDemo: packages in the layout of the XRepository, made by the product's own
 * packager, and sample messages with the verdict each must get. Versions 1.0 and 1.1 are in force
 * side by side.
 */
public final class XDemo {

  /** The versions, oldest first. */
  public static final List<String> VERSIONS = List.of("1.0", "1.1");

  /** Name of the standard. */
  public static final String NAME = "xdemo";

  private static final String SAMPLES = "samples/";

  private XDemo() {}

  /**
   * A sample message.
   *
   * @param name such as {@code 0100/minimal.xml}
   * @param valid the verdict it must get on all levels
   * @param findings what must be reported, each as {@code level code severity rule path}
   * @param content the message
   */
  public record Sample(String name, boolean valid, List<String> findings, Content content) {

    public Sample {
      findings = List.copyOf(findings);
    }
  }

  /** Writes the package of a version as a ZIP file; the same bytes every time. */
  public static void writePackage(String version, OutputStream out) throws IOException {
    var files = new LinkedHashMap<String, Content>();
    for (String file : index(version)) {
      if (!file.startsWith(SAMPLES)) {
        files.put(file, resource(version, file));
      }
    }
    StandardPackager.pack(files, out);
  }

  /**
   * Installs both versions into a directory of standards, as an operator would; what is there
   * already stays.
   */
  public static void installInto(Path standards) {
    for (String version : VERSIONS) {
      if (StandardCatalog.read(standards).find(NAME, version).isEmpty()) {
        install(version, standards);
      }
    }
  }

  private static void install(String version, Path standards) {
    try {
      Path zip = Files.createTempFile("xdemo-", ".zip");
      try {
        try (var out = Files.newOutputStream(zip)) {
          writePackage(version, out);
        }
        new StandardInstaller(standards).install(zip, InstallOptions.DEFAULT);
      } finally {
        Files.delete(zip);
      }
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, standards.toString(), failed);
    }
  }

  /** All samples of a version. */
  public static List<Sample> samples(String version) {
    return lines(version, SAMPLES + "expected.tsv").stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(
            fields ->
                new Sample(
                    fields[0],
                    fields[1].equals("valid"),
                    List.of(fields).subList(2, fields.length),
                    resource(version, SAMPLES + fields[0])))
        .toList();
  }

  /** One sample, such as {@code 0100/minimal.xml}. */
  public static Content sample(String version, String name) {
    return resource(version, SAMPLES + name);
  }

  private static List<String> index(String version) {
    return lines(version, "index.txt");
  }

  private static List<String> lines(String version, String file) {
    try (InputStream in = resource(version, file).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, "XDemo " + version, unreadable);
    }
  }

  private static Content resource(String version, String file) {
    return () -> {
      InputStream in = XDemo.class.getResourceAsStream(version + "/" + file);
      if (in == null) {
        throw new FileNotFoundException("XDemo " + version + "/" + file);
      }
      return in;
    };
  }

  /** All files of a version with their content, for those who want to look at them. */
  public static Map<String, Content> files(String version) {
    var files = new LinkedHashMap<String, Content>();
    index(version).forEach(file -> files.put(file, resource(version, file)));
    return files;
  }
}
