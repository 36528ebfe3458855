package de.amtsbote.xoev.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a;a;true",
        "a;aa;false",
        "a*;\"\";true",
        "(ab|a)*c;aababc;true",
        "(ab|a)*c;abb;false",
        "[a-c-[b]]+;acca;true",
        "[a-c-[b]]+;abc;false",
        "[^a]{2,3};bbb;true",
        "[^a]{2,3};bbbb;false",
        "[^a]{2,};bbbbbbb;true",
        "x{0};x;false",
        "[0-9a-f]{4}-[0-9]{2};12af-77;true",
        "\\[a\\]\\.;[a].;true",
        "(a?){3}b;aab;true",
        "[,-\\.]+;,-.;true",
        "a|b|;\"\";true",
      })
  void pattern_matchesAsTheSchemaSays(String pattern, String text, boolean expected) {
    assertThat(LinearPattern.compile(pattern).orElseThrow().matches(text)).isEqualTo(expected);
  }

  @Test
  void letterWithCombiningMark_isOneUnit() {
    var pattern = LinearPattern.compile("([a-z]|M\u0302)*").orElseThrow();

    assertThat(pattern.matches("aM\u0302z")).isTrue();
    assertThat(pattern.firstMismatch("aMz")).isEqualTo(2);
    assertThat(pattern.firstMismatch("aM")).isEqualTo(2);
  }

  @Test
  void characterBeyondTheBasicPlane_isOneCharacter() {
    var pattern = LinearPattern.compile("[\uD83D\uDE00-\uD83D\uDE10].").orElseThrow();

    assertThat(pattern.matches("\uD83D\uDE01\uD83C\uDFD7")).isTrue();
    assertThat(pattern.matches("\uD83D\uDE01")).isFalse();
  }

  @Test
  void escapesThatDependOnUnicodeReleases_areLeftToTheSchemaProcessor() {
    assertThat(LinearPattern.compile("\\p{L}+")).isEmpty();
    assertThat(LinearPattern.compile("\\d+")).isEmpty();
  }

  @Test
  void explodingPattern_isLeftToTheSchemaProcessor() {
    assertThat(LinearPattern.compile("((a{900}){900}){900}")).isEmpty();
    assertThat(LinearPattern.compile("(a|b)*a(a|b){30}")).isEmpty();
  }
}
