package de.amtsbote.acceptance.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Standards as their users install them: the demo standard always, official ones where they lie.
 */
public final class Standards {

  private static final Path OFFICIAL = Path.of("..", "shared", "xoev", "standards");
  private static final List<String> USED = List.of("xbau-2.6", "xschule-1.2");

  private Standards() {}

  static void installDemo(Path standards) throws IOException, InterruptedException {
    Program.succeed("standards", "install", "--demo", "--standards", standards.toString());
  }

  static void install(Path standards) throws IOException, InterruptedException {
    installDemo(standards);
    for (String name : USED) {
      Path source = OFFICIAL.resolve(name);
      if (Files.isDirectory(source)) {
        Program.succeed(
            "standards", "install", source.toString(), "--standards", standards.toString());
      }
    }
  }

  /** A file of an official standard; the test is skipped where it is absent. */
  public static Path official(String standard, String file) {
    Path path = OFFICIAL.resolve(standard).resolve(file);
    assumeTrue(Files.exists(path), () -> "test data absent: " + path);
    return path;
  }
}
