package de.amtsbote.gateway.directory.dvdv.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What one server does wrong another one makes good; what all do wrong is told by its code. */
class FailOverTest {

  private final Client client = Client.of(2);

  @AfterEach
  void stop() {
    client.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = DvdvFault.class,
      names = {
        "DOWN",
        "BROKEN",
        "TRICKLE",
        "DENIED",
        "GARBAGE",
        "TRUNCATED",
        "OVERSIZE",
        "TOO_MANY"
      })
  void serverThatFails_isFollowedByTheNext(DvdvFault fault) {
    client.server().fault(fault);

    assertThat(client.http().api().version()).isNotEmpty();
    assertThat(client.servers.get(1).calls()).contains("version");
  }

  @ParameterizedTest
  @CsvSource({
    "DOWN, DIRECTORY_UNAVAILABLE",
    "BROKEN, DIRECTORY_UNAVAILABLE",
    "TOO_MANY, DIRECTORY_UNAVAILABLE",
    "DENIED, DIRECTORY_REFUSED",
    "GARBAGE, DIRECTORY_ANSWER_INVALID",
    "TRUNCATED, DIRECTORY_ANSWER_INVALID",
    "OVERSIZE, DIRECTORY_ANSWER_INVALID"
  })
  void whatAllServersDoWrong_isToldByItsCode(DvdvFault fault, ErrorCode code) {
    client.servers.forEach(it -> it.fault(fault));

    assertThatThrownBy(() -> client.http().api().version())
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  @Test
  void serverThatFailsThreeTimes_isLeftAlone() {
    client.server().fault(DvdvFault.GARBAGE);
    client.server().fault(DvdvFault.BROKEN);
    client.servers.get(1).fault(DvdvFault.BROKEN);
    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(() -> client.http().api().version()).isInstanceOf(GatewayException.class);
    }
    client.servers.forEach(it -> it.fault(null));

    assertThatThrownBy(() -> client.http().api().version())
        .hasMessageContaining("every DVDV server is down");
    client.clock.advance(Duration.ofSeconds(10));
    assertThat(client.http().api().version()).isNotEmpty();
  }

  @Test
  void serverThatAnswers_isStayedWith() {
    client.server().fault(DvdvFault.BROKEN);
    client.http().api().version();
    client.server().fault(null);

    client.http().api().version();

    assertThat(client.server().calls()).isEmpty();
  }

  @Test
  void busyServers_areAskedAgainAfterAPause() {
    client.servers.forEach(it -> it.fault(DvdvFault.TOO_MANY));

    assertThatThrownBy(() -> client.http().api().version()).isInstanceOf(GatewayException.class);

    assertThat(client.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void addressWithoutADvdv_isNoMiss() {
    var wrong =
        client.http(
            List.of(URI.create(client.server().address() + "/anders")),
            null,
            Duration.ofSeconds(1));

    assertThatThrownBy(() -> wrong.api().version())
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_REFUSED));
  }
}
