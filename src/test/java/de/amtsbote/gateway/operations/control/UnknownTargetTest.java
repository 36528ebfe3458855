package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class UnknownTargetTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;

  @Test
  void redirectToNobodyKnown_isRefused() throws Exception {
    var id = Desk.parked(store, "stadt", "xdemo");

    Desk.assertRefused(
        Desk.operator(port)
            .post(
                "/messages/" + id + "/redirect",
                "{\"reason\": \"moved\", \"partner\": \"nobody\"}"),
        ErrorCode.TARGET_UNKNOWN);
    Desk.assertRefused(
        Desk.operator(port)
            .post(
                "/messages/" + id + "/redirect", "{\"reason\": \"moved\", \"server\": \"nobody\"}"),
        ErrorCode.TARGET_UNKNOWN);
    Desk.assertRefused(
        Desk.operator(port).post("/messages/" + id + "/redirect", "{\"reason\": \"moved\"}"),
        ErrorCode.PARAMETER_INVALID);
  }

  @Test
  void pauseOrDrainOfNobodyKnown_isRefused() throws Exception {
    Desk.assertRefused(
        Desk.operator(port).post("/deliveries/nobody/pause", Desk.BECAUSE),
        ErrorCode.TARGET_UNKNOWN);
    Desk.assertRefused(
        Desk.operator(port).post("/servers/nobody/pause", Desk.BECAUSE), ErrorCode.TARGET_UNKNOWN);
    Desk.assertRefused(
        Desk.operator(port).post("/nodes/nobody/drain", Desk.BECAUSE), ErrorCode.TARGET_UNKNOWN);
  }
}
