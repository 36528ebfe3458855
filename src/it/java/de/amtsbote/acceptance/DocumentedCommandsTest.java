package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.JavaCommand;
import de.amtsbote.acceptance.site.RecordedOsciMessage;
import de.amtsbote.acceptance.site.Site;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shell commands of every page, so that no page tells what does not work. */
@AcceptanceTest
class DocumentedCommandsTest {

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Set<String> RUN_ELSEWHERE = Set.of("./amtsbote demo", "mvn verify");

  /** What commands of pages need and not every machine has. */
  private static final List<String> PROGRAMS = List.of("bash", "curl", "openssl");

  /** A page that hangs shall not stop the build; how fast commands are is not told here. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir Path folder;

  @Test
  void readme_namesNoCommandThatIsNotRun() throws Exception {
    assertThat(commandsOf(Path.of("README.md")))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(RUN_ELSEWHERE).containsAll(block.lines().toList()));
  }

  @TestFactory
  Stream<DynamicTest> commandsOfEveryPage_succeed(Site site) throws Exception {
    try (Stream<Path> pages = Files.list(Path.of("docs"))) {
      return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream()
          .map(page -> DynamicTest.dynamicTest(page.toString(), () -> run(page, site)));
    }
  }

  private void run(Path page, Site site) throws Exception {
    List<String> blocks = commandsOf(page);
    if (blocks.isEmpty()) {
      return;
    }
    for (String program : PROGRAMS) {
      boolean needed =
          program.equals("bash") || blocks.stream().anyMatch(block -> block.contains(program));
      assumeTrue(!needed || isInstalled(program), () -> page + " needs " + program);
    }
    Path work = Files.createDirectory(folder.resolve(page.getFileName().toString()));
    Files.createSymbolicLink(work.resolve("amtsbote"), Path.of("amtsbote").toAbsolutePath());
    Files.write(work.resolve("application.xml"), Applications.valid());
    Files.write(work.resolve("application-one.xml"), Applications.valid());
    Files.write(work.resolve("application-two.xml"), Applications.valid());
    Files.write(work.resolve("with-attachment.xml"), Applications.withAttachment());
    Files.write(work.resolve("attachment.pdf"), Applications.attachment());
    for (int number = 1; number <= 5; number++) {
      Files.write(work.resolve("parked-" + number + ".xml"), Applications.forAnOperator());
    }
    Files.copy(site.configuration(), work.resolve("application.yaml"));
    if (blocks.stream().anyMatch(block -> block.contains("directory.yaml"))) {
      Files.copy(site.folder().resolve("directory.yaml"), work.resolve("directory.yaml"));
      Files.createSymbolicLink(work.resolve("certificates"), site.folder().resolve("certificates"));
    }
    String password =
        blocks.stream().anyMatch(block -> block.contains("message.bin"))
            ? RecordedOsciMessage.writeTo(work, site)
            : "";
    Path output = work.resolve("output");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", String.join("\n", blocks))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().put("GATEWAY", site.gateway().address().toString());
    shell.environment().put("TOKEN", Site.PORTAL_TOKEN);
    shell.environment().put("OPERATOR_TOKEN", Site.OPERATOR_TOKEN);
    shell.environment().put("PROCEDURE_TOKEN", Site.PROCEDURE_TOKEN);
    shell.environment().put("PASSWORD", password);
    shell.environment().put("INBOX", site.answeredFolder().toString());
    shell
        .environment()
        .put("AMTSBOTE_JAVA_OPTIONS", String.join(" ", JavaCommand.SHORT_LIVED.options()));
    Process process = shell.start();

    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended ? process.exitValue() : -1).as(Files.readString(output)).isZero();
  }

  private static boolean isInstalled(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static List<String> commandsOf(Path page) throws Exception {
    return BLOCK.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList();
  }
}
