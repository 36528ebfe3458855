package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pdf",
        "text/xml; charset=UTF-8",
        "image/svg+xml;q=1 ; name=\"a b\"",
        "application/vnd.de.xoev+xml"
      })
  void mediaType_staysAsItIs(String type) {
    assertThat(MediaTypes.safe(type)).isEqualTo(type);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "pdf",
        "text/plain\r\nX-Evil: 1",
        "text/plain; x=\"a\nX-Evil: 1\n\nfoo\"",
        "text/plain; x=\"\0\"",
        "text/plain; x=\"€\"",
        "text/plain; x=\"a\\\"b\"",
        "text/plain; =",
        "text/ plain"
      })
  void whatCouldBeMoreThanAMediaType_becomesUnknownBytes(String type) {
    assertThat(MediaTypes.safe(type)).isEqualTo("application/octet-stream");
  }

  @Test
  void endlessMediaType_becomesUnknownBytes() {
    assertThat(MediaTypes.safe("text/" + "x".repeat(300))).isEqualTo("application/octet-stream");
  }
}
