package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What operators order is read into memory, so it has a limit. */
@GatewayTest
class OversizeOrderTest {

  @LocalServerPort int port;

  @Test
  void largePreview_isRefused() throws Exception {
    Desk.assertRefused(
        Desk.operator(port).post("/bulk/preview", large()), ErrorCode.BODY_TOO_LARGE);
  }

  @Test
  void largeOrder_isRefused() throws Exception {
    Desk.assertRefused(
        Desk.operator(port).post("/routes/r/pause", large()), ErrorCode.BODY_TOO_LARGE);
  }

  private static String large() {
    return "{\"reason\": \"" + "a".repeat(70_000) + "\"}";
  }
}
