package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.JavaCommand;
import de.amtsbote.acceptance.site.Program;
import de.amtsbote.acceptance.site.Provisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all scenarios stand on and none changes: keys, the demo standard, applications, the programs
 * of PostgreSQL and an empty database to copy.
 */
record Ground(Path folder, PostgresBinaries postgres) implements AutoCloseable {

  /** The application that must be rejected. */
  static final String BROKEN = "invalid.xml";

  private static final String PROGRAM = "program";

  static Ground prepare() throws IOException, InterruptedException {
    Path folder =
        Files.createTempDirectory(
            "amtsbote-faults-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    Provisions.keys(folder.resolve("certificates"));
    Provisions.demoStandard(folder.resolve("standards"));
    unpack(folder.resolve(PROGRAM));
    Ground ground = new Ground(folder, PostgresBinaries.into(folder));
    PostgresServer.init(ground.postgres, ground.database());
    ground.write("to-http.xml", Applications.valid());
    ground.write("to-folder.xml", Applications.forTheFolder());
    ground.write(BROKEN, Applications.breaksTheSchema());
    return ground;
  }

  /** Most go to one Fachverfahren, some to the other, a few are wrong. */
  List<String> applications() {
    return Stream.of(
            "to-http", "to-folder", "to-http", "to-http", "to-folder", "to-http", "invalid")
        .flatMap(name -> Stream.of("--file", folder.resolve(name + ".xml").toString()))
        .toList();
  }

  /** They go into a folder whose procedure answers, over no intermediary; a few are wrong. */
  List<String> applicationsByFile() {
    List<String> options = new ArrayList<>(List.of("--service", "bauvoranfrage"));
    for (String name : List.of("to-http", "to-http", "to-http", "to-http", "invalid")) {
      options.addAll(application(name));
    }
    return options;
  }

  /** One of them only. */
  List<String> application(String name) {
    return List.of("--file", folder.resolve(name + ".xml").toString());
  }

  /** The program, which starts in half the time when its libraries lie beside it. */
  Path program() {
    return folder.resolve(PROGRAM).resolve(Program.JAR.getFileName());
  }

  private static void unpack(Path target) throws IOException, InterruptedException {
    JavaCommand tools = new JavaCommand(List.of(), List.of("-Djarmode=tools"));
    PostgresBinaries.run(
        tools.line(Program.JAR, List.of("extract", "--destination", target.toString())));
  }

  Path database() {
    return folder.resolve("empty-database");
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }

  /** Deletes the folder, unless the property {@code faults.keep} asks to look at what is left. */
  static void delete(Path folder) throws IOException {
    if (System.getProperty("faults.keep") != null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Written long ago, so that no clock that jumps finds it in the future. */
  private void write(String name, byte[] application) throws IOException {
    String text = new String(application, StandardCharsets.UTF_8);
    OffsetDateTime longAgo = OffsetDateTime.now().minusDays(2).truncatedTo(ChronoUnit.SECONDS);
    String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(longAgo);
    Files.writeString(
        folder.resolve(name),
        text.replaceFirst("<erstellungszeitpunkt>[^<]*", "<erstellungszeitpunkt>" + time));
  }
}
