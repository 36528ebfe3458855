package de.amtsbote.xoev.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A partner who still sends the header of an earlier time. */
class OldHeaderTest {

  private static final ValidationOptions STRICT =
      ValidationOptions.ALL.withLevels(Level.parse("safe,charset,xsd,codes,header"));
  private static final ValidationOptions TOLERANT = STRICT.toleratingHeader("nachrichtenkopf");

  @Test
  void oldHeader_isRefusedFromEverybodyElse() throws IOException {
    assertThat(validate(old(), STRICT).isValid()).isFalse();
  }

  @Test
  void oldHeader_isToleratedAndNamed() throws IOException {
    var report = validate(old(), TOLERANT);

    assertThat(report.isValid()).isTrue();
    assertThat(report.findings()).extracting("code").contains("XOEV-H010");
    assertThat(report.findings()).extracting("severity").doesNotContain(Severity.ERROR);
  }

  @Test
  void contentOfTheOldHeader_isCheckedByItsOwnProfile() throws IOException {
    var report = validate(old().replace("<code>0100</code>", "<code>0101</code>"), TOLERANT);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").contains("XOEV-H002");
  }

  @Test
  void restOfTheMessage_isCheckedAsStrictlyAsEver() throws IOException {
    var report = validate(old().replace("1984-03-17", "never"), TOLERANT);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings())
        .filteredOn(f -> f.isError())
        .extracting("path")
        .containsExactly("/wohnsitz.ummeldung.antrag.0100[1]/antragsteller[1]/geburtsdatum[1]");
  }

  @Test
  void headerOfTheStandard_isNoQuirk() throws IOException {
    var options = STRICT.toleratingHeader("g2g");

    assertThat(validate(Demo.message(), options).findings()).isEmpty();
  }

  private static String old() {
    return Demo.message()
        .replace("nachrichtenkopf.g2g>", "nachrichtenkopf>")
        .replaceAll(
            "<kennung>([a-z]+):([0-9]+)</kennung>",
            "<behoerdenkennung><praefix><code>$1</code></praefix><kennung><code>$2</code></kennung></behoerdenkennung>");
  }

  private static ValidationReport validate(String message, ValidationOptions options)
      throws IOException {
    return Demo.validate(Content.of(message.getBytes(StandardCharsets.UTF_8)), options);
  }
}
