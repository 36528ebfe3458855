package de.amtsbote.gateway.cli.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.gateway.cli.CommandFrame;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StandardsCommandTest {

  private static final Path XSCHULE = Path.of("..", "shared", "xoev", "standards", "xschule-1.2");

  private final StringWriter out = new StringWriter();

  @TempDir Path standards;

  @Test
  void emptyFolder_isSaidToBeEmpty() {
    run("list");

    assertThat(out.toString()).startsWith("no standards in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "check"})
  void folderThatIsNotThere_isSaidToBeMissing(String command) {
    var missing = "--standards=" + standards.resolve("nix");

    assertThat(new CommandFrame(new StandardsCommand()).run("standards", command, missing))
        .isEqualTo(1);
  }

  @Test
  void installedStandard_isListed() {
    installXschule();

    run("list");

    assertThat(out.toString()).containsPattern("(?m)^xschule +1\\.2 ");
  }

  @Test
  void installedStandard_showsItsMessages() {
    installXschule();

    run("show", "xschule", "1.2");

    assertThat(out.toString()).contains("schueler.wechsel.0001");
  }

  @Test
  void installedStandard_showsWhereItsRulesAndDatesApply() throws IOException {
    installXschule();
    Path manifest = standards.resolve("xschule-1.2").resolve("standard.yaml");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("reportOnly: false", "reportOnly: true")
            .replace("graceDays: 0", "graceDays: 14\nvalidFrom: '2026-05-01'"));

    run("show", "xschule", "1.2");

    assertThat(out.toString())
        .contains("in force: 2026-05-01 to any day, 14 days of grace")
        .containsPattern("rules: .*\\.sch.*, report only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xdemo-1.0", "XDEMO-1.0", "xdemo 1.0"})
  void standard_isNamedInOneWordOrTwo(String named) {
    run("install", "--demo");

    assertThat(run("show", named.split(" "))).isZero();
    assertThat(out.toString()).contains("xdemo 1.0  XDemo");
  }

  @Test
  void nameOfTheOnlyVersion_isEnough() {
    run("install", "--demo");
    run("remove", "xdemo-1.1");

    assertThat(run("remove", "xdemo")).isZero();
    assertThat(standards.resolve("xdemo-1.0")).doesNotExist();
  }

  @Test
  void nameOfSeveralVersions_isNotEnough() {
    run("install", "--demo");

    assertThat(
            new CommandFrame(new StandardsCommand())
                .run("standards", "remove", "xdemo", "--standards=" + standards))
        .isEqualTo(1);
    assertThat(standards.resolve("xdemo-1.0")).exists();
    assertThat(standards.resolve("xdemo-1.1")).exists();
  }

  @Test
  void listForPrograms_hasOneObjectALine() {
    run("install", "--demo");
    out.getBuffer().setLength(0);

    run("list", "--json");

    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(
            it ->
                it.matches(
                    "\\{\"standard\":\"xdemo\",\"version\":\"1\\.[01]\",.*\"messages\":9.*}"));
  }

  @Test
  void standardForPrograms_hasItsMessages() {
    run("install", "--demo");
    out.getBuffer().setLength(0);

    run("show", "xdemo-1.0", "--json");

    assertThat(out.toString())
        .contains("{\"messageType\":\"0990\",\"root\":\"vorgang.rueckweisung.0990\"")
        .contains("\"header\":\"g2g\"", "\"requires\":[]");
  }

  @Test
  void installedStandard_compiles() {
    installXschule();

    assertThat(run("check")).isZero();
  }

  @Test
  void removedStandard_isGone() {
    installXschule();

    run("remove", "xschule", "1.2");

    assertThat(standards.resolve("xschule-1.2")).doesNotExist();
  }

  private void installXschule() {
    assumeTrue(Files.isDirectory(XSCHULE), () -> "test data absent: " + XSCHULE);
    assertThat(run("install", XSCHULE.toString())).isZero();
  }

  private int run(String command, String... arguments) {
    var all = new ArrayList<String>();
    all.add(command);
    all.addAll(List.of(arguments));
    all.add("--standards=" + standards);
    return new CommandLine(new StandardsCommand())
        .setOut(new PrintWriter(out, true))
        .execute(all.toArray(String[]::new));
  }
}
