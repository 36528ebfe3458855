package de.amtsbote.xoev.install;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Hund;
import de.amtsbote.xoev.Packages;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.schema.SchemaFile;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @TempDir Path work;
  @TempDir Path standards;

  @ParameterizedTest
  @CsvSource({
    "XAusländer, xauslaender",
    "XBau Kernmodul, xbau-kernmodul",
    "' _x.test/1 ', x.test-1",
    "X, x"
  })
  void nameOfAStandard_becomesTheNameOfAFolder(String said, String name) {
    var facts = new StandardFacts(said, "", "urn:test:x", "1");

    assertThat(Naming.completed(facts, file("a.xsd", "urn:a", "")).nameTechnical()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "urn:test:standard:x_2.6, urn:a, '', 2.6",
    "'', http://www.test.de/plan/6/0, '', 6.0",
    "'', http://www.test.de/plan/6/0, 6.0.2, 6.0.2",
    "'', http://www.test.de/def/x/1.2/xsd, '', 1.2",
    "'', https://test.de/raw/main/V1_0_0, '', 1.0.0",
    "'', http://www.test.de/xmeld2511a, '', 0",
    "'', '', '', 0"
  })
  void versionThatNobodySays_isThatOfTheName(
      String kennung, String namespace, String said, String version) {
    var facts = new StandardFacts("x", "X", kennung, "");

    assertThat(Naming.completed(facts, file("a.xsd", namespace, said)).version())
        .isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({"3.4 (Korrektur 1), 3.4-Korrektur-1", "'1.0 / Entwurf ', 1.0-Entwurf"})
  void versionInWords_isInstalledAndSwitched(String version, String folder) throws IOException {
    String schema =
        Hund.schema(Hund.namespace("1.0"), "1.0")
            .replace("<version>1.0</version>", "<version>" + version + "</version>")
            .replace("fixed=\"1.0\"", "fixed=\"" + version.strip() + "\"");
    var installed =
        new StandardInstaller(standards)
            .install(
                Packages.empty().with("hund.xsd", schema).folder(work), InstallOptions.DEFAULT);
    String message = Hund.message().replace("Standard>1.0<", "Standard>" + version.strip() + "<");

    var report =
        Xoev.open(standards, Demo.CLOCK).validate(Hund.content(message), ValidationOptions.ALL);

    assertThat(installed.standard().id()).isEqualTo("xhund-" + folder);
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.version()).isEqualTo(folder);
  }

  @Test
  void schemaWithoutAnyName_isCalledByItsFile() {
    assertThat(Naming.guessed(file("_X-Plan (neu).xsd", "urn:a", "")).nameTechnical())
        .isEqualTo("x-plan-neu");
    assertThat(Naming.guessed(file("_.xsd", "urn:a", "")).nameTechnical()).isEqualTo("standard");
  }

  private static SchemaFile file(String name, String namespace, String version) {
    return new SchemaFile(Path.of("/p", name), namespace, version);
  }
}
