package de.amtsbote.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedPauseTest {

  @Test
  void seconds_areTaken() {
    assertThat(AskedPause.of(headers("120"))).contains(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "Mon, 23 Nov 2026 12:00:00 GMT", "99999999999"})
  void anythingElse_isNone(String value) {
    assertThat(AskedPause.of(headers(value))).isEmpty();
  }

  private static HttpHeaders headers(String value) {
    return HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, any) -> true);
  }
}
