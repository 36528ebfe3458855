package de.amtsbote.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlFile;
import de.amtsbote.xoev.quirk.Quirk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuirkReaderTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void profile_isReadWithItsValues() {
    var findings = new Findings();
    var node =
        YamlFile.parse(
                Path.of("d.yaml"),
                """
                double-base64: true
                old-header: nachrichtenkopf
                wants-file-name: nachricht.xml
                """,
                findings)
            .orElseThrow();

    var profile = new QuirkReader(findings).profile("alt", node);

    assertThat(findings.sorted()).isEmpty();
    assertThat(profile.has(Quirk.DOUBLE_BASE64)).isTrue();
    assertThat(profile.value(Quirk.OLD_HEADER)).contains("nachrichtenkopf");
    assertThat(profile.value(Quirk.WANTS_FILE_NAME)).contains("nachricht.xml");
    assertThat(profile.has(Quirk.LEADING_BLANKS)).isFalse();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("double-base65: true", "is no quirk"),
        Arguments.of("double-base64: maybe", "is true or false"),
        Arguments.of("old-header: g3g", "header profile 'g3g' is unknown"),
        Arguments.of("wants-file-name: ../x", "is no plain file name"),
        Arguments.of("wants-schema-location: \"\"", "has no value"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void quirkThatIsWrong_isNamedWithItsLine(String entry, String text) throws IOException {
    assertThat(read("quirks:\n  alt:\n    " + entry + "\n"))
        .anySatisfy(
            it -> {
              assertThat(it.line()).isEqualTo(3);
              assertThat(it.text()).contains(text);
            });
  }

  @Test
  void partnerWithUnknownQuirks_isNamed() throws IOException {
    assertThat(read("partners:\n  bauamt:\n    readers: []\n    quirks: neu\n"))
        .anySatisfy(
            it -> {
              assertThat(it.line()).isEqualTo(4);
              assertThat(it.text()).contains("quirks 'neu' are unknown; the directory has: none");
            });
  }

  private List<Finding> read(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("directory.yaml"), yaml);
    return DirectoryReader.read(file, CLOCK).findings();
  }
}
