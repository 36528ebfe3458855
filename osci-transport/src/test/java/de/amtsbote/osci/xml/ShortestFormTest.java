package de.amtsbote.osci.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.error.OsciException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Octets of UTF-8 and octets that only look like it. */
class ShortestFormTest {

  /** Gives the octets one by one, so that each border lies between two calls. */
  private static void check(byte[] octets) throws OsciException {
    var form = new ShortestForm();
    for (int i = 0; i < octets.length; i++) {
      form.check(octets, i, i + 1);
    }
  }

  @Test
  void everyCharacterOfUnicode_passes() {
    var all =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .getBytes(UTF_8);

    assertThatCode(() -> check(all)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c0bc",
        "c180",
        "e080bc",
        "e09fbf",
        "eda080",
        "edbfbf",
        "f08080bc",
        "f08fbfbf",
        "f4908080",
        "f5808080",
        "f8",
        "fe",
        "ff"
      })
  void otherOctets_areRefused(String octets) {
    assertThatThrownBy(() -> check(HexFormat.of().parseHex(octets)))
        .isInstanceOf(OsciException.class);
  }
}
