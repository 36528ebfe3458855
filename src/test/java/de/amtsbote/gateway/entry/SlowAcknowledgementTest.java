package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.procedure.Postman;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TightGatewayTest
class SlowAcknowledgementTest {

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired StoredMessages stored;

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "application/json"})
  void silentReader_losesItsPlaceAndTheMessageWaitsOn(String type) throws Exception {
    var id = Portal.at(port).submit("<a/>").field("id");
    postman.bring(id, "amt");
    var before = stored.counts();
    var path = "/api/v1/mailboxes/amt/messages/" + id + "/acknowledge?status=processed";

    try (var sender = new SlowSender(port, TestGateway.PROCEDURE, path, type, 1000)) {
      assertThat(sender.answer(20_000)).startsWith("HTTP/1.1 408").contains("AB-1032");
    }

    assertThat(stored.counts()).isEqualTo(before);
    assertThat(store.get(MessageId.parse(id)).state()).isEqualTo(MessageState.SENT);
  }
}
