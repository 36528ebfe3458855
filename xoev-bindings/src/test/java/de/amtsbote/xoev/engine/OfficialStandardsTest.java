package de.amtsbote.xoev.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every message of the official standards gets the verdict that was established with other tools.
 */
class OfficialStandardsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private static final ValidationOptions OPTIONS =
      ValidationOptions.ALL.withLevels(Level.parse("safe,xsd,schematron"));

  @TempDir Path standards;

  @ParameterizedTest
  @ValueSource(
      strings = {"xbau-2.6", "xdomea-3.0.0", "xjustiz-3.6.2", "xschule-1.2", "xwasser-1.0.0"})
  void everyMessage_getsTheKnownVerdict(String name) throws IOException {
    Path delivery = Shared.standard(name);
    new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
    Xoev xoev = Xoev.open(standards, CLOCK);

    var expected = new ArrayList<String>();
    var actual = new ArrayList<String>();
    for (String line : Files.readAllLines(delivery.resolve("expected.tsv"))) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        var report = xoev.validate(Content.of(delivery.resolve(fields[0])), OPTIONS);
        expected.add(fields[0] + " " + verdict(fields));
        actual.add(fields[0] + " " + report.verdict().key());
      }
    }

    assertThat(actual).isNotEmpty().isEqualTo(expected);
  }

  /** Columns: file, bytes, root, XSD, Schematron. */
  private static String verdict(String[] fields) {
    boolean refused = fields[0].contains("sec_doctype") || fields[3].equals("invalid");
    if (refused || fields[4].equals("fail")) {
      return "invalid";
    }
    return fields[4].equals("error") ? "unknown" : "valid";
  }
}
