package de.amtsbote.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.Program;
import de.amtsbote.osci.testport.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  private static final Pattern TALLY =
      Pattern.compile(
          "demo: (\\d+) sent, (\\d+) delivered, (\\d+) rejected, (\\d+) duplicates, 0 lost");

  @TempDir private static Path temporary;

  private static Program.Result demo;

  @BeforeAll
  static void run() throws Exception {
    // under root, the database server is another user, who must get through
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    demo = Program.runIn(temporary, "demo", "--exit", "--port", String.valueOf(Ports.free()));
  }

  @Test
  void everyApplication_endsAsItShould() {
    assertThat(demo.exitCode()).as(demo.toString()).isZero();
  }

  @Test
  void lastLine_accountsForEveryApplication() {
    Matcher tally = TALLY.matcher(demo.lastLine());

    assertThat(tally.matches()).as(demo.lastLine()).isTrue();
    assertThat(number(tally, 1)).isEqualTo(number(tally, 2) + number(tally, 3) + number(tally, 4));
  }

  @Test
  void dozenApplications_areSent() {
    Matcher tally = TALLY.matcher(demo.lastLine());

    assertThat(tally.matches() ? number(tally, 1) : 0).isGreaterThanOrEqualTo(12);
  }

  @Test
  void logs_doNotDisturbTheTable() {
    assertThat(demo.err()).doesNotContain("INFO").doesNotContain("\tat ");
  }

  @Test
  void temporaryFolder_isGone() throws Exception {
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("amtsbote-demo-"));
    }
  }

  @Test
  void takenPort_isNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(Program.run("demo", "--exit", "--port", port).err())
          .contains("port " + port + " is in use");
    }
  }

  private static int number(Matcher tally, int group) {
    return Integer.parseInt(tally.group(group));
  }
}
