package de.amtsbote.gateway.operations.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.delivery.DeliveryProperties;
import de.amtsbote.gateway.delivery.drop.TestLooks;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.procedure.Postman;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.event.EventRecorder;
import de.amtsbote.gateway.message.pickup.LastLook;
import de.amtsbote.gateway.message.pickup.PickupStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a procedure answered by a file just in time is seen before its message expires. */
@GatewayTest
class LastLookTest {

  private static final String AMT = "fachamt";

  @LocalServerPort int port;
  @Autowired ApplicationContext gateway;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired PickupStore pickups;
  @Autowired List<LastLook> looks;
  @Autowired EventRecorder events;
  @Autowired TransactionTemplate transaction;
  @Autowired DeliveryProperties settings;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;
  private Runnable look;
  private Path folder;
  private MessageId message;
  private String delivery;

  @BeforeEach
  void messageWhoseTimeIsOver() throws Exception {
    look = TestLooks.at(gateway, AMT);
    folder = settings.deliveries().get(AMT).folder();
    message = MessageId.parse(Portal.at(port).submit("<a/>").field("id"));
    postman.bring(message.toString(), AMT);
    delivery = transmissions.of(message).get(0).id().toString();
    jdbc.update(
        "update transmission set sent_at = sent_at - interval '30 days' where id::text = ?",
        delivery);
  }

  @Test
  void messageWithoutAnswer_expiresAfterOneMoreLook() {
    deadlines();
    assertThat(state()).isEqualTo(MessageState.SENT);

    look.run();
    deadlines();

    assertThat(state()).isEqualTo(MessageState.EXPIRED);
  }

  @Test
  void answerThatLiesThere_counts() throws Exception {
    Files.writeString(folder.resolve(delivery + ".accepted"), "");
    deadlines();
    look.run();
    deadlines();
    assertThat(state()).isEqualTo(MessageState.SENT);

    look.run();
    deadlines();

    assertThat(state()).isEqualTo(MessageState.COMPLETED);
  }

  /** As where a disk is not mounted: an empty folder is no answer. */
  @Test
  void folderThatIsNotTheOneItWasDroppedInto_saysNothing() throws Exception {
    deadlines();
    var workshop = folder.resolve(".amtsbote");
    var away = Files.move(workshop, folder.resolve("away"));
    try {
      look.run();
      deadlines();
    } finally {
      Files.move(away, workshop);
    }

    assertThat(state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void folderThatCannotBeRead_isWaitedForNoLongerThanTheGrace() {
    jdbc.update(
        "update transmission set sent_at = sent_at - interval '1 day' where id::text = ?",
        delivery);

    deadlines();

    assertThat(state()).isEqualTo(MessageState.EXPIRED);
  }

  /** For this delivery only: other tests have messages here. */
  private void deadlines() {
    var rule =
        new DeadlineProperties.Rule(
            null, null, null, null, AMT, null, Duration.ZERO, Duration.ofDays(30));
    var properties =
        new DeadlineProperties(
            Duration.ZERO, Duration.ZERO, Duration.ofDays(1), Duration.ofMinutes(5), List.of(rule));
    var expiry = new Expiry(pickups, looks, store, transaction, properties.grace());
    new DeadlineJob(pickups, expiry, store, events, transaction, properties, clock)
        .run(() -> false);
  }

  private MessageState state() {
    return store.get(message).state();
  }
}
