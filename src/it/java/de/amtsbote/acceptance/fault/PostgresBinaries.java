package de.amtsbote.acceptance.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of a PostgreSQL: those that the gateway brings along, else Debian's.
 *
 * @param folder with initdb, postgres and pg_ctl
 */
record PostgresBinaries(Path folder) {

  private static final String BUNDLE = "/postgres-linux-x86_64.txz";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** Unpacks them below the folder, or finds them. */
  static PostgresBinaries into(Path parent) throws IOException, InterruptedException {
    try (InputStream bundle = PostgresBinaries.class.getResourceAsStream(BUNDLE)) {
      if (bundle == null) {
        return ofDebian();
      }
      Path folder = Files.createDirectories(parent.resolve("postgres"));
      Path archive = parent.resolve("postgres.txz");
      Files.copy(bundle, archive);
      run(List.of("tar", "-xJf", archive.toString(), "-C", folder.toString()));
      Files.delete(archive);
      return new PostgresBinaries(folder.resolve("bin"));
    }
  }

  private static PostgresBinaries ofDebian() throws IOException {
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .map(PostgresBinaries::new)
          .orElseThrow(
              () -> new IOException("there is no PostgreSQL, neither bundled nor Debian's"));
    }
  }

  /**
   * The command line of one program; PostgreSQL does not run as root, so root takes off its hat.
   */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed: " + output);
    }
  }
}
