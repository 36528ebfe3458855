package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ForeignTenantTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;

  @Test
  void messageOfAnotherTenant_isUnknown() throws Exception {
    var id = Desk.parked(store, "stadt", "xdemo");
    var stranger = new Desk(port, TestGateway.OTHER_OPERATOR);

    Desk.assertRefused(stranger.get("/messages/" + id), ErrorCode.MESSAGE_UNKNOWN);
    Desk.assertRefused(stranger.get("/messages/" + id + "/evidence"), ErrorCode.MESSAGE_UNKNOWN);
    Desk.assertRefused(
        stranger.post("/messages/" + id + "/repeat", Desk.BECAUSE), ErrorCode.MESSAGE_UNKNOWN);
  }

  @Test
  void searchInAnotherTenant_isRefused() throws Exception {
    Desk.assertRefused(Desk.operator(port).get("/messages?tenant=kreis"), ErrorCode.TENANT_FOREIGN);
  }
}
