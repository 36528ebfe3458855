package de.amtsbote.gateway.delivery.drop;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.delivery.DeliveryProperties;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.procedure.Postman;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** One file that cannot be used stops neither the other answers nor the way. */
@GatewayTest
class StubbornAnswerTest {

  private static final String AMT = "fachamt";

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired Drops drops;
  @Autowired Gates gates;
  @Autowired DeliveryProperties settings;
  @Autowired JdbcTemplate jdbc;
  private Path folder;
  private List<Dropped> dropped;

  private record Dropped(MessageId message, String id) {}

  @BeforeEach
  void messagesAreReady() throws Exception {
    jdbc.update("delete from circuit");
    folder = settings.deliveries().get(AMT).folder();
    dropped = List.of(dropped(), dropped(), dropped());
  }

  @AfterEach
  void placeIsAsItWas() {
    drops.make(AMT, () -> new LocalPlace(folder), true);
  }

  @Test
  void answerThatCannotBeRead_holdsUpNoOther() throws Exception {
    reject(dropped.get(0));
    reject(dropped.get(1));
    reject(dropped.get(2));

    looks(dropped.get(1).id() + ".rejected");

    assertThat(states())
        .containsExactly(MessageState.REJECTED, MessageState.SENT, MessageState.REJECTED);
  }

  @Test
  void folderThatCannotBeDeleted_holdsUpNoOther() throws Exception {
    reject(dropped.get(0));
    reject(dropped.get(1));
    reject(dropped.get(2));

    looks(dropped.get(1).id());

    assertThat(states()).containsOnly(MessageState.REJECTED);
    assertThat(folder.resolve(dropped.get(0).id())).doesNotExist();
    assertThat(folder.resolve(dropped.get(2).id())).doesNotExist();
  }

  @Test
  void answerThatCannotBeRead_isNoFailureOfTheWay() throws Exception {
    reject(dropped.get(0));

    looks(dropped.get(0).id() + ".rejected");

    assertThat(
            jdbc.queryForObject(
                "select count(*) from circuit where destination = ? and failures > 0",
                Long.class,
                Gate.delivery(AMT)))
        .isZero();
  }

  private void looks(String foreign) {
    drops.make(AMT, () -> new StubbornPlace(folder, foreign), true);
    var look = drops.look(AMT, gates);
    for (var i = 0; i < 5; i++) {
      look.run(() -> false);
    }
  }

  private List<MessageState> states() {
    return dropped.stream().map(it -> store.get(it.message()).state()).toList();
  }

  private Dropped dropped() throws Exception {
    var message = MessageId.parse(Portal.at(port).submit("<a/>").field("id"));
    postman.bring(message.toString(), AMT);
    return new Dropped(message, transmissions.of(message).get(0).id().toString());
  }

  private void reject(Dropped one) throws Exception {
    Files.writeString(folder.resolve(one.id() + ".rejected"), "The plan is missing.");
  }
}
