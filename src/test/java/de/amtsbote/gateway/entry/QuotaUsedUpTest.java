package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class QuotaUsedUpTest {

  @LocalServerPort int port;

  @Test
  void bytesBeyondThoseOfADay_areRefused() throws Exception {
    var portal = new Portal(port, TestGateway.GREEDY);
    assertThat(portal.submit("<a>" + "x".repeat(590) + "</a>").status()).isEqualTo(202);

    Later.assertRefused(portal.submit("<a>" + "x".repeat(590) + "</a>"), ErrorCode.QUOTA_USED_UP);
    assertThat(portal.submit("<a/>").status()).isEqualTo(202);
  }
}
