package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class WrongRoleTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;

  @Test
  void auditor_mayNotAct() throws Exception {
    var id = Desk.parked(store, "stadt", "xdemo");
    var auditor = new Desk(port, TestGateway.AUDITOR);

    Desk.assertRefused(
        auditor.post("/messages/" + id + "/repeat", Desk.BECAUSE), ErrorCode.ROLE_MISSING);
    Desk.assertRefused(auditor.post("/bulk/preview", "{}"), ErrorCode.ROLE_MISSING);
    Desk.assertRefused(auditor.post("/routes/r/pause", Desk.BECAUSE), ErrorCode.ROLE_MISSING);
    Desk.assertRefused(auditor.post("/nodes/n/drain", Desk.BECAUSE), ErrorCode.ROLE_MISSING);
  }

  @Test
  void portalAndProcedure_mayNotEvenLook() throws Exception {
    Desk.assertRefused(new Desk(port, TestGateway.PORTAL).get("/messages"), ErrorCode.ROLE_MISSING);
    Desk.assertRefused(
        new Desk(port, TestGateway.PROCEDURE).get("/circuits"), ErrorCode.ROLE_MISSING);
  }
}
