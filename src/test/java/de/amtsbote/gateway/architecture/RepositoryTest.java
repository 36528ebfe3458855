package de.amtsbote.gateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every file of the repository, whichever module it stands in. */
class RepositoryTest {

  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", "data", ".idea", ".vscode", "node_modules");
  private static final Pattern SLEEP = Pattern.compile("Thread\\s*\\.\\s*sleep\\s*\\(");
  private static final Pattern LEFT_OVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b|^\\s*\\*\\s*@author\\b", Pattern.MULTILINE);
  private static final int MOST_LINES = 400;

  private static final List<Path> JAVA = new ArrayList<>();

  @BeforeAll
  static void findSources() throws IOException {
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              JAVA.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void sources_areFound() {
    assertThat(JAVA).anyMatch(file -> file.endsWith("Amtsbote.java"));
  }

  @Test
  void tests_neverSleep() {
    assertThat(JAVA)
        .filteredOn(file -> file.toString().matches(".*(test|it|jmh)/java/.*"))
        .filteredOn(file -> SLEEP.matcher(read(file)).find())
        .isEmpty();
  }

  @Test
  void sources_areShort() {
    assertThat(JAVA).filteredOn(file -> read(file).lines().count() > MOST_LINES).isEmpty();
  }

  @Test
  void sources_haveNothingLeftOver() {
    assertThat(JAVA).filteredOn(file -> LEFT_OVER.matcher(read(file)).find()).isEmpty();
  }

  @Test
  void everyPackageThatShips_saysWhatItIsFor() {
    Set<Path> packages =
        JAVA.stream()
            .filter(file -> file.toString().matches(".*main/java/.*"))
            .map(Path::getParent)
            .collect(Collectors.toSet());

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
