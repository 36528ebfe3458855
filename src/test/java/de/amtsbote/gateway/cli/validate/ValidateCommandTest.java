package de.amtsbote.gateway.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.cli.CommandFrame;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path standards;
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  @BeforeAll
  static void installDemo() {
    XDemo.installInto(standards);
  }

  @Test
  void validMessage_endsWithZero() throws IOException {
    assertThat(run(sample("0100/minimal.xml"))).isZero();
    assertThat(out.toString()).contains("valid (xdemo 1.0 wohnsitz.ummeldung.antrag.0100)");
  }

  @Test
  void invalidMessage_endsWithOneAndNamesThePlace() throws IOException {
    assertThat(run(sample("0200/broken-missing.xml"))).isEqualTo(1);
    assertThat(out.toString()).contains("/gewerbe.anmeldung.antrag.0200[1]/betrieb[1]");
  }

  @Test
  void missingFile_isNotCheckable() {
    assertThat(run(folder.resolve("nowhere.xml").toString())).isEqualTo(2);
    assertThat(out.toString()).contains("There is no such file", "Check the path");
  }

  @Test
  void folderInsteadOfAFile_isNotCheckable() {
    assertThat(run("--german", folder.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("nicht prüfbar", "Das ist ein Ordner");
  }

  @Test
  void missingStandards_areNoVerdictOnTheMessage() throws IOException {
    assertThat(
            new CommandFrame(new ValidateCommand(CLOCK))
                .run("validate", sample("0100/minimal.xml"), "--standards", folder + "/nix"))
        .isEqualTo(2);
  }

  @Test
  void unknownLevel_isNoVerdictOnTheMessage() throws IOException {
    assertThat(
            new CommandFrame(new ValidateCommand(CLOCK))
                .run(
                    "validate",
                    sample("0100/minimal.xml"),
                    "--levels=xds",
                    "--standards",
                    standards.toString()))
        .isEqualTo(2);
  }

  @Test
  void json_isOneObjectALine() throws IOException {
    run("--json", sample("0100/minimal.xml"), sample("0100/broken-type.xml"));

    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"file\":\"") && line.endsWith("}"))
        .anyMatch(line -> line.contains("\"verdict\":\"valid\",\"standard\":\"xdemo\""))
        .anyMatch(line -> line.contains("\"level\":\"header\",\"code\":\"XOEV-H002\""));
  }

  @Test
  void levels_limitWhatIsReported() throws IOException {
    assertThat(run("--levels", "safe,xsd", sample("0100/broken-type.xml"))).isZero();
  }

  @Test
  void testFlag_isRefusedInProduction() throws IOException {
    assertThat(run("--production", sample("0100/full.xml"))).isEqualTo(1);
    assertThat(out.toString()).contains("XOEV-H005");
  }

  @Test
  void containerWithAMessage_isValidatedInside() throws IOException {
    assertThat(run("--json", container("4711_wohnsitz.ummeldung.antrag.0100.xml"))).isZero();
    assertThat(out.toString()).contains("\"verdict\":\"valid\",\"standard\":\"xdemo\"");
  }

  @Test
  void containerThatLeadsOutOfItsFolder_isInvalid() throws IOException {
    assertThat(run("--json", container("../4711_wohnsitz.ummeldung.antrag.0100.xml"))).isOne();
    assertThat(out.toString()).contains("XOEV-X006", "entry 1: its name is no plain file name");
  }

  private String container(String name) throws IOException {
    Path file = folder.resolve("container.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file));
        var in = XDemo.sample("1.0", "0100/minimal.xml").open()) {
      zip.putNextEntry(new ZipEntry(name));
      in.transferTo(zip);
    }
    return file.toString();
  }

  private String sample(String name) throws IOException {
    Path file = folder.resolve(name.replace('/', '-'));
    try (var in = XDemo.sample("1.0", name).open()) {
      Files.write(file, in.readAllBytes());
    }
    return file.toString();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--standards", standards.toString()));
    all.addAll(List.of(arguments));
    return new CommandLine(new ValidateCommand(CLOCK))
        .setOut(new PrintWriter(out, true))
        .execute(all.toArray(String[]::new));
  }
}
