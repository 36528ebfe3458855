package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsciPortRefusesOtherMethodsTest {

  private final OsciPort port = new OsciPort(Town.shared());

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void otherMethod_isNotAllowedAndToldWhichOneIs(String method) throws Exception {
    var answer = port.exchange(method + " /osci/intermediary HTTP/1.1", new byte[0], false);

    assertThat(answer)
        .startsWith("HTTP/1.1 405")
        .containsIgnoringCase("Allow: POST")
        .contains("AB-1202");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "TRACE"})
  void methodWhoseAnswerHasNoBody_isNotAllowedEither(String method) throws Exception {
    assertThat(port.exchange(method + " /osci/intermediary HTTP/1.1", new byte[0], false))
        .startsWith("HTTP/1.1 405");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
  void addressOfNobody_isNotFound(String method) throws Exception {
    for (var path : new String[] {"/osci", "/osci/"}) {
      var answer =
          port.exchange(method + " " + path + " HTTP/1.1\r\nContent-Length: 0", new byte[0], false);
      assertThat(answer).startsWith("HTTP/1.1 404").contains("AB-1201");
    }
  }

  @Test
  void otherAddress_isNotFound() throws Exception {
    assertThat(port.exchange("POST /osci/other HTTP/1.1\r\nContent-Length: 0", new byte[0], false))
        .startsWith("HTTP/1.1 404")
        .contains("AB-1201");
  }
}
