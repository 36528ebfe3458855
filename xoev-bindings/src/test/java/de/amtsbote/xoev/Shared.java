package de.amtsbote.xoev;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Official standards that lie beside the repository on some machines; tests read them in place. */
public final class Shared {

  private static final Path STANDARDS = Path.of("../../shared/xoev/standards");

  private Shared() {}

  /** The folder of a standard; the test is skipped where it is absent. */
  public static Path standard(String name) {
    Path folder = STANDARDS.resolve(name);
    assumeTrue(Files.isDirectory(folder), () -> "no official standard at " + folder);
    return folder;
  }
}
