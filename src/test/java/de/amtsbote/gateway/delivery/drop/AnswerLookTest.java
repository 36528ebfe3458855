package de.amtsbote.gateway.delivery.drop;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.delivery.DeliveryProperties;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.procedure.Postman;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.audit.TimelineAuditStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.TestGates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a procedure answers by a file becomes of its message. */
@GatewayTest
class AnswerLookTest {

  private static final String AMT = "fachamt";

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired TimelineAuditStore audit;
  @Autowired Drops drops;
  @Autowired Gates gates;
  @Autowired DeliveryProperties settings;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;
  private Path folder;
  private AnswerLook look;
  private MessageId message;
  private String delivery;

  @BeforeEach
  void messageIsReady() throws Exception {
    folder = settings.deliveries().get(AMT).folder();
    look = drops.look(AMT, gates);
    message = MessageId.parse(Portal.at(port).submit("<a/>").field("id"));
    postman.bring(message.toString(), AMT);
    delivery = transmissions.of(message).get(0).id().toString();
  }

  @Test
  void messageWithoutAnswer_isSent() {
    looks();

    assertThat(state()).isEqualTo(MessageState.SENT);
    assertThat(folder.resolve(delivery + ".ready")).exists();
  }

  @Test
  void acceptedMessage_isCompletedThroughDelivered() throws Exception {
    answers(".accepted", "");
    looks();

    assertThat(state()).isEqualTo(MessageState.COMPLETED);
    assertThat(store.timeline(message))
        .extracting(it -> it.event())
        .containsSubsequence(
            TimelineEvent.RECEIPT,
            TimelineEvent.ACKNOWLEDGED,
            TimelineEvent.DELIVERED,
            TimelineEvent.COMPLETED);
    assertThat(audit.verify(message)).isEmpty();
  }

  @Test
  void timeline_namesTheDeliveryThatAnswered() throws Exception {
    answers(".accepted", "");
    looks();

    assertThat(store.timeline(message))
        .filteredOn(it -> it.event() == TimelineEvent.ACKNOWLEDGED)
        .singleElement()
        .satisfies(it -> assertThat(it.actor()).isEqualTo("delivery:fachamt"));
  }

  @Test
  void rejectedMessage_tellsItsSenderWhy() throws Exception {
    answers(".rejected", "The plan\nis missing.");
    looks();

    assertThat(state()).isEqualTo(MessageState.REJECTED);
    var reason = Portal.at(port).get(Portal.PATH + "/" + message).json().path("reason");
    assertThat(reason.path("code").asString()).isEqualTo("AB-3303");
    assertThat(reason.path("details").asString()).isEqualTo("The plan is missing.");
  }

  @Test
  void answeredMessage_isTidiedUp() throws Exception {
    answers(".accepted", "");
    looks();

    assertThat(folder.resolve(delivery)).doesNotExist();
    assertThat(folder.resolve(delivery + ".ready")).doesNotExist();
    assertThat(folder.resolve(delivery + ".accepted")).doesNotExist();
  }

  @Test
  void answerThatStillGrows_isLeftAlone() throws Exception {
    answers(".rejected", "The pl");
    look.run(() -> false);
    answers(".rejected", "The plan is missing.");
    look.run(() -> false);
    assertThat(state()).isEqualTo(MessageState.SENT);

    look.run(() -> false);

    assertThat(store.get(message).state()).isEqualTo(MessageState.REJECTED);
    assertThat(store.timeline(message).toString()).contains("The plan is missing.");
  }

  /** The gateway died after it took the answer down, before it deleted it. */
  @Test
  void answerThatIsFoundAgain_changesNothing() throws Exception {
    answers(".accepted", "");
    looks();
    var timeline = store.timeline(message);

    answers(".accepted", "");
    looks();

    assertThat(store.timeline(message)).isEqualTo(timeline);
    assertThat(folder.resolve(delivery + ".accepted")).doesNotExist();
  }

  @Test
  void laterContradiction_countsForNothing() throws Exception {
    answers(".accepted", "");
    looks();

    answers(".rejected", "After all, no.");
    looks();

    assertThat(state()).isEqualTo(MessageState.COMPLETED);
    assertThat(folder.resolve(delivery + ".rejected")).doesNotExist();
  }

  @Test
  void yesAndNoAtOnce_areLeftAloneUntilOneIsGone() throws Exception {
    answers(".accepted", "");
    answers(".rejected", "No.");
    looks();
    assertThat(state()).isEqualTo(MessageState.SENT);

    Files.delete(folder.resolve(delivery + ".accepted"));
    looks();

    assertThat(state()).isEqualTo(MessageState.REJECTED);
  }

  @Test
  void answerToNothing_isLeftAlone() throws Exception {
    var foreign = folder.resolve(UUID.randomUUID() + ".accepted");
    Files.writeString(foreign, "");
    Files.writeString(folder.resolve("notes.accepted"), "");

    looks();

    assertThat(foreign).exists();
    assertThat(state()).isEqualTo(MessageState.SENT);
  }

  /** Whose folder it is decides; an id alone is nobody's proof. */
  @Test
  void answerToAMessageOfAnotherDelivery_isLeftAlone() throws Exception {
    var other = MessageId.parse(Portal.at(port).submit("<b/>").field("id"));
    postman.bring(other.toString(), "amt");
    var foreign = transmissions.of(other).get(0).id();
    Files.writeString(folder.resolve(foreign + ".accepted"), "");

    looks();

    assertThat(store.get(other).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void linkThatIsCalledAnAnswer_isNotFollowed() throws Exception {
    var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(folder.resolve(delivery + ".rejected"), secret);

    looks();

    assertThat(state()).isEqualTo(MessageState.SENT);
    assertThat(secret).exists();
  }

  @Test
  void messageThatEnded_isTakenAwayFromTheProcedure() throws IOException {
    store.end(
        message, MessageState.EXPIRED, new GatewayException(ErrorCode.PICKUP_EXPIRED, "too late"));

    looks();

    assertThat(folder.resolve(delivery + ".ready")).doesNotExist();
    assertThat(folder.resolve(delivery)).doesNotExist();
  }

  @Test
  void answerThatComesTooLate_countsForNothing() throws Exception {
    store.end(
        message, MessageState.EXPIRED, new GatewayException(ErrorCode.PICKUP_EXPIRED, "too late"));
    answers(".accepted", "");

    looks();

    assertThat(state()).isEqualTo(MessageState.EXPIRED);
    assertThat(folder.resolve(delivery + ".accepted")).doesNotExist();
  }

  /** A place that hand-overs take in turn is free for nobody else as long as there are any. */
  @Test
  void answer_isTakenWhileHandOversTakeTheOnlyPlace() throws Exception {
    answers(".accepted", "");
    var slots = TestGates.slots(jdbc, clock);
    slots.limit(Gate.delivery(AMT), 1);
    var busy = TestGates.on(jdbc, clock, slots);
    look = drops.look(AMT, busy);

    busy.through(
        Gate.delivery(AMT),
        () -> {
          looks();
          return null;
        });

    assertThat(state()).isEqualTo(MessageState.COMPLETED);
  }

  private void answers(String suffix, String text) throws IOException {
    Files.writeString(folder.resolve(delivery + suffix), text);
  }

  /** Twice: what is the same in two looks is whole. */
  private void looks() {
    look.run(() -> false);
    look.run(() -> false);
  }

  private MessageState state() {
    return store.get(message).state();
  }
}
