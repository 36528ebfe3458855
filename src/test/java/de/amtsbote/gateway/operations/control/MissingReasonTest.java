package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class MissingReasonTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;

  @Test
  void actionWithoutReason_isRefused() throws Exception {
    var id = Desk.parked(store, "stadt", "xdemo");

    Desk.assertRefused(
        Desk.operator(port).post("/messages/" + id + "/repeat", "{}"), ErrorCode.REASON_MISSING);
    Desk.assertRefused(
        Desk.operator(port).post("/messages/" + id + "/cancel", "{\"reason\": \" x \"}"),
        ErrorCode.REASON_MISSING);
    Desk.assertRefused(Desk.operator(port).post("/routes/r/pause", "{}"), ErrorCode.REASON_MISSING);
  }

  @Test
  void bodyThatIsNoJson_isRefused() throws Exception {
    var id = Desk.parked(store, "stadt", "xdemo");

    Desk.assertRefused(
        Desk.operator(port).post("/messages/" + id + "/repeat", "reason"),
        ErrorCode.PARAMETER_INVALID);
  }
}
