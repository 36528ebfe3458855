package de.amtsbote.osci.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.osci.crypto.SoftwareKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Material that lies beside the repository; tests that need it are skipped where it is absent. */
public final class Shared {

  /** Name given instead of a vector where there are none. */
  public static final String ABSENT = "shared vectors are absent";

  private static final Path OSCI = Path.of("..", "..", "shared", "osci");

  private static final Map<String, SoftwareKeys> KEYS = new ConcurrentHashMap<>();

  private Shared() {}

  /** Folder of the schemas. */
  public static Path schemas() {
    Path path = OSCI.resolve("xsd");
    assumeTrue(Files.isDirectory(path), "needs ../shared/osci/xsd");
    return path;
  }

  /** Names of all vectors, or one name that makes the test skip. */
  public static List<String> vectorNames() {
    Path vectors = OSCI.resolve("vectors");
    if (!Files.isDirectory(vectors)) {
      return List.of(ABSENT);
    }
    try (Stream<Path> folders = Files.list(vectors)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("meta.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the vectors to be accepted or rejected, or one name that makes the test skip. */
  public static List<String> vectorNames(String expected) {
    List<String> names = vectorNames();
    return names.contains(ABSENT)
        ? names
        : names.stream().filter(name -> expected.equals(verdict(name))).toList();
  }

  private static Object verdict(String vector) {
    try {
      return meta(vector).get("expected");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the vectors. */
  public static Path vectorFile(String name) {
    Path path = OSCI.resolve("vectors").resolve(name);
    assumeTrue(Files.exists(path), "needs ../shared/osci/vectors/" + name);
    return path;
  }

  /** What a vector's description says; JSON is YAML too. */
  public static Map<String, Object> meta(String vector) throws IOException {
    try (InputStream in = Files.newInputStream(vectorFile(vector + "/meta.json"))) {
      return new Yaml().load(in);
    }
  }

  /** All keys of the vectors that open something. */
  public static List<String> cipherKeyFiles() {
    try (Stream<Path> files = Files.list(vectorFile("keys"))) {
      return files
          .map(file -> "keys/" + file.getFileName())
          .filter(name -> name.contains("_enc_") && name.endsWith(".p12"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key of the vectors. */
  public static SoftwareKeys key(String file) {
    return KEYS.computeIfAbsent(file, Shared::load);
  }

  private static SoftwareKeys load(String file) {
    try (InputStream in = Files.newInputStream(vectorFile(file))) {
      return SoftwareKeys.fromPkcs12(in, "osci".toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
