package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.answer.Answers;
import de.amtsbote.gateway.xta.v31.Contract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** sendMessageSync: the answer of the reader on the same line. */
@GatewayTest
class SynchronousSendTest extends MailboxFixture {

  @Autowired Answers answers;
  @Autowired SyncAnswers waiting;
  private final Order order = new Order().service("urn:example:auskunft");

  @Test
  void answer_comesOnTheSameLineWithItsReferences() throws Exception {
    meanwhile(question -> answer(question, "<auskunft/>"));

    var answer = portal.send(sync(order));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains("<auskunft/>");
    assertThat(answer.value("In-Reply-To")).isEqualTo(order.id());
    assertThat(answer.value("Requester")).isEqualTo("P-1");
    assertThat(Contract.violation(answer.element("MessageMetaData"))).isEmpty();
    assertThat(answer.value("Action")).isEqualTo(Soap.XTA + "SendMessageSync");
  }

  @Test
  void answerThatWasHandedOut_waitsInTheMailboxUntilItIsClosed() throws Exception {
    meanwhile(question -> answer(question, "<auskunft/>"));
    var answer = portal.send(sync(order));
    var waiting = portal.mailbox(MailboxSoap.list("", "").author("gae:1"));
    assertThat(waiting.count("MsgAttributes")).isEqualTo(1);

    var id =
        answer
            .element("MessageMetaData")
            .getElementsByTagNameNS("*", "MessageID")
            .item(0)
            .getTextContent()
            .strip();
    portal.mailbox(MailboxSoap.close("urn:uuid:" + UUID.randomUUID(), id).author("gae:1"));

    assertThat(portal.mailbox(MailboxSoap.list("", "").author("gae:1")).count("MsgAttributes"))
        .isZero();
    assertThat(
            portal
                .mailbox(MailboxSoap.list("", " newEntry=\"false\"").author("gae:1"))
                .count("MsgAttributes"))
        .isEqualTo(1);
  }

  @Test
  void answerThatComesTooLate_waitsInTheMailbox() throws Exception {
    var late = order.service("urn:example:eilauskunft");

    var fault = portal.send(sync(late));
    answer(stored(late), "<spaet/>");

    assertThat(fault.fault()).isEqualTo("XTAWSTechnicalProblemException 9032");
    var waiting = portal.mailbox(MailboxSoap.fetch(null, "").author("gae:1"));
    assertThat(waiting.text()).contains("<spaet/>");
    assertThat(waiting.value("In-Reply-To")).isEqualTo(late.id());
  }

  @Test
  void contentThatIsRefused_isASchemaViolation() throws Exception {
    meanwhile(
        question ->
            store.reject(
                question.id(), new GatewayException(ErrorCode.PAYLOAD_INVALID, "2 errors")));

    var answer = portal.send(sync(order));

    assertThat(answer.fault()).isEqualTo("MessageSchemaViolationException 9050");
    assertThat(answer.value("Text")).contains("AB-2005");
  }

  @Test
  void messageThatIsPutAside_isATechnicalProblem() throws Exception {
    meanwhile(
        question ->
            store.park(question.id(), new GatewayException(ErrorCode.DELIVERY_REFUSED, "403")));

    assertThat(portal.send(sync(order)).fault()).isEqualTo("XTAWSTechnicalProblemException 9032");
  }

  @Test
  void serviceThatIsSynchronousOnly_isNotOfferedBySendMessage() throws Exception {
    assertThat(portal.send(Soap.send(order, "<a/>")).fault()).isEqualTo("SyncAsyncException 9081");
  }

  @Test
  void serviceThatIsBoth_isOfferedBySendMessage() throws Exception {
    assertThat(portal.send(Soap.send(order.service("urn:example:eilauskunft"), "<a/>")).status())
        .isEqualTo(200);
  }

  @Test
  void messageId_isTakenOnce() throws Exception {
    meanwhile(question -> answer(question, "<auskunft/>"));
    portal.send(sync(order));

    assertThat(portal.send(sync(order)).fault()).isEqualTo("ParameterIsNotValidException 9024");
  }

  @Test
  void callerForWhomThereIsNoPlaceToWait_asksAgainUnderTheSameId() throws Exception {
    var places = Stream.generate(waiting::place).limit(SyncAnswers.MOST_WAITING).toList();
    try {
      assertThat(portal.send(sync(order)).fault()).isEqualTo("XTAWSTechnicalProblemException 9030");
    } finally {
      places.forEach(SyncAnswers.Place::close);
    }
    meanwhile(question -> answer(question, "<auskunft/>"));

    assertThat(portal.send(sync(order)).text()).contains("<auskunft/>");
  }

  @Test
  void placeToWait_isGivenBackByEveryCall() throws Exception {
    var late = order.service("urn:example:eilauskunft");
    var places = Stream.generate(waiting::place).limit(SyncAnswers.MOST_WAITING - 1).toList();
    try {
      portal.send(sync(late));

      assertThat(portal.send(sync(new Order().service("urn:example:eilauskunft"))).fault())
          .isEqualTo("XTAWSTechnicalProblemException 9032");
    } finally {
      places.forEach(SyncAnswers.Place::close);
    }
  }

  @Test
  void notBefore_excludesASynchronousAnswer() throws Exception {
    assertThat(portal.send(sync(order.notBefore("2099-01-01T00:00:00Z"))).fault())
        .isEqualTo("ParameterIsNotValidException 9022");
  }

  @Test
  void foreignParty_isRefused() throws Exception {
    assertThat(portal.send(sync(order.author("ags:9"))).fault())
        .isEqualTo("PermissionDeniedException 9014");
  }

  private static Soap sync(Order order) {
    return Soap.send(order, "<frage/>")
        .action(Soap.XTA + "SendMessageSync")
        .contentTypeAction(Soap.XTA + "SendMessageSync");
  }

  /** What becomes of the question while its author waits. */
  private void meanwhile(Consumer<Message> work) {
    CompletableFuture.runAsync(
        () -> {
          var account = new XtaAccount("onlinedienst", "stadt", Set.of(), Set.of());
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> messages.find(account, order.id()).isPresent());
          work.accept(stored(order));
        });
  }

  /** What a procedure and the route of the answers do. */
  private void answer(Message question, String text) {
    try (var intake = store.intake()) {
      var octets = text.getBytes(StandardCharsets.UTF_8);
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", new ByteArrayInputStream(octets));
      intake.identify();
      var reply = answers.keep(question, intake, "fachverfahren", null);
      var message = store.get(reply.id());
      var transmission = transmissions.open(reply.id(), TransmissionKind.DELIVERY, "replies");
      deliveries
          .get("replies")
          .handOver(
              new Handover(
                  transmission.id().toString(),
                  reply.id().toString(),
                  Map.of(),
                  part(message, message.payload().orElseThrow()),
                  List.of(),
                  Handover.PAYLOAD_FILE));
      transmissions.sent(transmission.id(), null);
      handOvers.routeEnded(reply.id(), "antworten");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
