package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.cli.CommandFrame;
import de.amtsbote.gateway.cli.preflight.PreflightCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Would this arrive? Asked of a running town from the command line. */
class PreflightCommandWayTest {

  private final Town town = Town.shared();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void command_endsWithZeroWhenItWouldArrive() throws Exception {
    var file = Files.write(folder.resolve("antrag.xml"), Samples.xdemo("0100/minimal.xml"));

    assertThat(command("--message", file.toString())).isZero();
    assertThat(said()).contains("Intermediary").contains("meldebehoerde (files)");
  }

  @Test
  void command_endsWithOneWhenItWouldNot() throws Exception {
    assertThat(command("--reader", "mbe:00000000", "--german")).isEqualTo(1);
    assertThat(said()).contains("FEHLER").contains("AB-3005").contains("Verzeichnis");
  }

  @Test
  void command_endsWithTwoWhenNobodyCanBeAsked() throws Exception {
    assertThat(run("preflight", "--url", "http://localhost:1", "--token", "t", "--reader", "a:b"))
        .isEqualTo(2);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private int command(String... arguments) {
    var all =
        new ArrayList<>(
            List.of(
                "preflight",
                "--url",
                "http://localhost:" + town.port(),
                "--token",
                Town.PORTAL_TOKEN));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    var before = System.out;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      return new CommandFrame(new PreflightCommand()).run(arguments);
    } finally {
      System.setOut(before);
    }
  }
}
