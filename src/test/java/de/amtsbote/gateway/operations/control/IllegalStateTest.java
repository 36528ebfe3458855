package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class IllegalStateTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;

  @Test
  void repeatOfAMessageThatIsNotParked_isRefused() throws Exception {
    var id = Desk.received(store, "stadt", "xdemo");

    Desk.assertRefused(
        Desk.operator(port).post("/messages/" + id + "/repeat", Desk.BECAUSE),
        ErrorCode.TRANSITION_ILLEGAL);
  }

  @Test
  void endedMessage_staysAsItIs() throws Exception {
    var id = Desk.parked(store, "stadt", "xdemo");
    Desk.operator(port).post("/messages/" + id + "/reject", Desk.BECAUSE);

    Desk.assertRefused(
        Desk.operator(port).post("/messages/" + id + "/cancel", Desk.BECAUSE),
        ErrorCode.TRANSITION_ILLEGAL);
  }

  @Test
  void bulkOnStatesThatAllowNoSuchStep_isRefused() throws Exception {
    Desk.assertRefused(
        Desk.operator(port)
            .post(
                "/bulk/preview",
                "{\"operation\": {\"action\": \"cancel\"}, \"filter\": {\"state\": \"sent\"}}"),
        ErrorCode.TRANSITION_ILLEGAL);
  }
}
