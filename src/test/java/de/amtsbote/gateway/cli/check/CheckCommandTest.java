package de.amtsbote.gateway.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

  private static final String SETTINGS =
      """
      amtsbote:
        routes: %s
        standards: %s
        directory: %s
        deliveries:
          fachverfahren-melde: {kind: http, url: "http://localhost:1/"}
          %s: {kind: file, folder: eingang}
        osci:
          identities:
            portal: {key-store: portal.p12}
      """;

  private final StringWriter out = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void world() throws IOException {
    XDemo.installInto(folder.resolve("standards"));
    Files.writeString(folder.resolve("directory.yaml"), "partners: {}\n");
  }

  @Test
  void shippedRoutes_needNoSettingThatHasADefault() throws IOException {
    assertThat(check("fachverfahren-gewerbe")).as(out.toString()).isZero();
  }

  @Test
  void missingDelivery_isNamedWithTheFileThatUsesIt() throws IOException {
    assertThat(check("somebody-else")).isEqualTo(1);

    assertThat(out.toString()).containsPattern("gewerbeamt\\.camel\\.yaml:\\d+: error");
  }

  private int check(String delivery) throws IOException {
    var settings = folder.resolve("application.yaml");
    Files.writeString(
        settings,
        SETTINGS.formatted(
            Path.of("routes"),
            folder.resolve("standards"),
            folder.resolve("directory.yaml"),
            delivery));
    return new CommandLine(new CheckCommand(Clock.systemUTC()))
        .setOut(new PrintWriter(out, true))
        .execute("--config", settings.toString());
  }
}
