package de.amtsbote.gateway.entry.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** How the waiting time is read out of a request (RFC 7240). */
class PreferenceTest {

  private static MockHttpServletRequest preferring(String... values) {
    var request = new MockHttpServletRequest();
    for (var value : values) {
      request.addHeader("Prefer", value);
    }
    return request;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=10|10",
        "Wait = 7|7",
        "respond-async, wait=\"30\"|30",
        "wait=5; foo=bar|5",
        "wait=3, wait=9|3"
      })
  void time_isRead(String header, long seconds) {
    assertThat(Preference.waiting(preferring("handling=strict", header)))
        .contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "wait=", "wait=0", "wait=-1", "wait=soon", "await=5", "wait=9.5"})
  void anythingElse_isNoTime(String header) {
    assertThat(Preference.waiting(preferring(header))).isEmpty();
  }
}
