package de.amtsbote.gateway.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class InstantsTest {

  private final Instants instants = new Instants();

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23T10:00:00Z", "2026-11-23T11:00:00+01:00"})
  void timeWithZone_isThatInstant(String text) {
    assertThat(instants.convert(text)).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23", "2026-11-23T00:00", "2026-11-23T00:00:00"})
  void timeWithoutZone_isThatOfThisMachine(String text) {
    assertThat(instants.convert(text))
        .isEqualTo(
            LocalDateTime.parse("2026-11-23T00:00").atZone(ZoneId.systemDefault()).toInstant());
  }

  @Test
  void anythingElse_isToldWithAnExample() {
    assertThatThrownBy(() -> instants.convert("tomorrow"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2026-11-23T10:00:00Z");
  }
}
