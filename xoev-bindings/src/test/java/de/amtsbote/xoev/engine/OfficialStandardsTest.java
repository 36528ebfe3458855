package de.amtsbote.xoev.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Shared;
import de.amtsbote.xoev.ValidationReport;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern VIOLATION = Pattern.compile("L([0-9]+): (cvc-[a-zA-Z0-9.-]+): ");
  private static final Pattern RULE = Pattern.compile("([^{ ,=]+)=([0-9]+)");

  /** What the other tool says twice, the second time one level up. */
  private static final Set<String> ECHOES = Set.of("cvc-type.3.1.3", "cvc-attribute.3");

  @TempDir static Path standards;

  private static final Map<String, List<Known>> KNOWN = new HashMap<>();

  /** A line of the ground truth with the report on its message. */
  private record Known(String[] fields, ValidationReport report) {

    String file() {
      return fields[0];
    }

    String detail() {
      return fields.length > 5 ? fields[5] : "";
    }

    boolean isViolationOfTheSchema() {
      return report.findings().stream().anyMatch(it -> it.level() == Level.XSD);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xbau-2.6", "xdomea-3.0.0", "xjustiz-3.6.2", "xschule-1.2", "xwasser-1.0.0"})
  void everyMessage_getsTheKnownVerdict(String name) throws IOException {
    List<Known> all = known(name);

    assertThat(all)
        .isNotEmpty()
        .extracting(it -> it.file() + " " + it.report().verdict().key())
        .isEqualTo(all.stream().map(it -> it.file() + " " + verdict(it.fields())).toList());
  }

  /** The ground truth is cut off behind its first violations. */
  @ParameterizedTest
  @ValueSource(strings = {"xbau-2.6", "xjustiz-3.6.2", "xwasser-1.0.0"})
  void everyViolationOfASchema_isFoundInItsLine(String name) throws IOException {
    for (Known it : known(name)) {
      var expected = new ArrayList<String>();
      Matcher said = VIOLATION.matcher(it.isViolationOfTheSchema() ? it.detail() : "");
      while (said.find()) {
        if (!ECHOES.contains(said.group(2))) {
          expected.add(said.group(1) + " " + said.group(2));
        }
      }

      assertThat(
              it.report().findings().stream()
                  .filter(finding -> finding.level() == Level.XSD)
                  .map(finding -> finding.line() + " " + finding.rule())
                  .toList())
          .as(it.file())
          .startsWith(expected.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xbau-2.6", "xjustiz-3.6.2", "xschule-1.2"})
  void everyViolatedRule_isNamedAsOftenAsItIsViolated(String name) throws IOException {
    for (Known it : known(name)) {
      var expected = new TreeMap<String, Integer>();
      boolean checked = it.fields()[4].matches("fail|error");
      Matcher said = RULE.matcher(checked ? it.detail() : "");
      while (said.find()) {
        expected.put(said.group(1), Integer.parseInt(said.group(2)));
      }
      var actual = new TreeMap<String, Integer>();
      it.report().findings().stream()
          .filter(finding -> finding.code().equals(FindingCode.RULE.code()))
          .map(finding -> finding.rule().endsWith(".sch") ? "-" : finding.rule())
          .forEach(rule -> actual.merge(rule, 1, Integer::sum));

      assertThat(actual).as(it.file()).isEqualTo(expected);
    }
  }

  private static List<Known> known(String name) throws IOException {
    List<Known> all = KNOWN.computeIfAbsent(name, n -> new ArrayList<>());
    if (!all.isEmpty()) {
      return all;
    }
    Path delivery = Shared.standard(name);
    Path own = standards.resolve(name);
    new StandardInstaller(own).install(delivery, InstallOptions.DEFAULT);
    Xoev xoev = Xoev.open(own, CLOCK);
    for (String line : Files.readAllLines(delivery.resolve("expected.tsv"))) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        all.add(new Known(fields, xoev.validate(Content.of(delivery.resolve(fields[0])), OPTIONS)));
      }
    }
    return all;
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
