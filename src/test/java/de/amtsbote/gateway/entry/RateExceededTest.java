package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RateExceededTest {

  @LocalServerPort int port;

  @Test
  void thirdRequestOfAMinute_isRefused() throws Exception {
    var portal = new Portal(port, TestGateway.HASTY);
    assertThat(portal.submit("<a/>").status()).isEqualTo(202);
    assertThat(portal.get(Portal.PATH).status()).isEqualTo(200);

    var answer = portal.get(Portal.PATH);

    Later.assertRefused(answer, ErrorCode.RATE_EXCEEDED);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isLessThanOrEqualTo(60);
  }
}
