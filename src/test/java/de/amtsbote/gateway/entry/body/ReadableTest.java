package de.amtsbote.gateway.entry.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Ärger mit Straße & Söhne", "Łódź 東京", "👩\u200d👧 family.png", "a\u00a0b"})
  void whatPeopleWrite_isReadable(String text) {
    assertThat(Readable.is(text, 1, 50)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x09, 0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x9b, 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a,
        0x202e, 0x2066, 0x2069, 0xfeff, 0xd800
      })
  void whatForgesLinesOrTurnsThem_isNot(int codePoint) {
    assertThat(Readable.is("a" + Character.toString(codePoint) + "b", 1, 50)).isFalse();
  }

  @Test
  void length_isBounded() {
    assertThat(Readable.is("", 1, 3)).isFalse();
    assertThat(Readable.is("abcd", 1, 3)).isFalse();
    assertThat(Readable.is("abc", 1, 3)).isTrue();
  }
}
