package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.entry.xta.fetch.TestFetch;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.answer.Answers;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.xta.XtaRemote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sending with {@code xta:send}, against the server of the same gateway. */
@GatewayTest
class XtaSenderTest {

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired XtaSending xta;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired Answers answers;
  @Autowired CorrelationStore correlations;
  @Autowired Deliveries deliveries;
  @Autowired JdbcTemplate jdbc;
  @TempDir Path folder;
  private Message message;

  @BeforeEach
  void message() throws Exception {
    jdbc.update("delete from mailbox_entry");
    message = xta.message();
  }

  @Test
  void message_isSentUnderAnIdThatTheServerMade() throws Exception {
    var id = sender(server()).send(outgoing());

    assertThat(id).startsWith("urn:de:xta:messageid:test:");
    assertThat(transmission().osciMessageId()).isEqualTo(id);
    assertThat(transmission().state()).isEqualTo(TransmissionState.SENT);
    assertThat(store.get(message.id()).state()).isEqualTo(MessageState.SENT);
    assertThat(events()).contains(TimelineEvent.RESERVED, TimelineEvent.HANDED_OVER);
    assertThat(store.get(arrived(id)).traits().reader()).isEqualTo("ags:1");
  }

  @Test
  void messageThatIsSent_isNotSentAgain() throws Exception {
    var id = sender(server()).send(outgoing());

    assertThat(sender(server()).send(outgoing())).isEqualTo(id);

    assertThat(transmission().attempts()).isEqualTo(1);
  }

  @Test
  void attemptWhoseAnswerGotLost_isFoundByTheReportAndNotRepeated() throws Exception {
    var server = server();
    var losing = Faulty.losing(server.remote(ForeignServer.NAME), "send");
    assertFails(sender(server, losing), ErrorCode.DELIVERY_UNAVAILABLE);
    assertThat(transmission().state()).isEqualTo(TransmissionState.SENDING);

    var id = sender(server).send(outgoing());

    assertThat(transmission().state()).isEqualTo(TransmissionState.SENT);
    assertThat(transmission().attempts()).isEqualTo(1);
    assertThat(arrived(id)).isNotNull();
  }

  @Test
  void refusal_failsTheHandOverAndWaitsForAnOperator() throws Exception {
    assertFails(
        sender(foreign().as("gae:1", TestXta.NEIGHBOUR).servers()), ErrorCode.DELIVERY_REFUSED);
  }

  @Test
  void serverThatIsAway_leavesNothingBegun() throws Exception {
    assertFails(sender(new ForeignServer(folder, 1).servers()), ErrorCode.DELIVERY_UNAVAILABLE);

    assertThat(transmission().state()).isEqualTo(TransmissionState.PLANNED);
  }

  @Test
  void caseNumberAndAnsweredMessage_standInTheOrder() throws Exception {
    var about =
        Map.of(
            "standard", "xdemo",
            "reader", "ags:1",
            "service", "urn:example:dienst",
            "processRef", "FALL-9",
            "inReplyTo", UUID.randomUUID().toString(),
            "inReplyToId", "urn:de:xta:messageid:Test:FRAGE");

    var id = sender(server()).send(xta.outgoing(message, about, XtaWishes.NONE));

    assertThat(
            jdbc.queryForObject(
                "select in_reply_to[1] from xta_message where xta_id = ?", String.class, id))
        .isEqualTo("urn:de:xta:messageid:test:frage");
    assertThat(correlations.of(arrived(id)).processRef()).isEqualTo("FALL-9");
  }

  @Test
  void testAndItsLastDay_areATestAndItsLastDayForTheNextServer() throws Exception {
    var about =
        Map.of(
            "standard", "xdemo",
            "reader", "ags:1",
            "test", "true",
            "obsoleteAfter", "2099-12-31");

    var id = sender(server()).send(xta.outgoing(message, about, XtaWishes.NONE));

    assertThat(correlations.of(arrived(id)).test()).isTrue();
    assertThat(correlations.of(arrived(id)).obsoleteAfter()).isEqualTo("2099-12-31");
  }

  @Test
  void answerToAQuestion_becomesAMessageThatAnswersIt() throws Exception {
    meanwhile("<auskunft/>");

    sender(server()).ask(question());

    assertThat(transmission().state()).isEqualTo(TransmissionState.DELIVERED);
    var reply = store.get(correlations.repliesTo(message.id()).get(0));
    assertThat(reply.entry().kind()).isEqualTo(EntryKind.REPLY);
    assertThat(reply.traits().reader()).isEqualTo("gae:7");
    try (var content = store.open(reply.id(), 0)) {
      assertThat(content.readAllBytes()).asString().isEqualTo("<auskunft/>");
    }
  }

  @Test
  void questionWhoseAnswerGotLost_isNotAskedAgain() throws Exception {
    meanwhile("<auskunft/>");
    var server = server();
    var losing = Faulty.losing(server.remote(ForeignServer.NAME), "ask");
    assertThatThrownBy(() -> sender(server, losing).ask(question()))
        .isInstanceOf(GatewayException.class);

    var id = sender(server).ask(question());

    assertThat(transmission().state()).isEqualTo(TransmissionState.SENT);
    assertThat(arrived(id)).isNotNull();
    TestFetch.run(gateway, ForeignServer.NAME, server.remote(ForeignServer.NAME));
    var reply = store.get(correlations.repliesTo(message.id()).get(0));
    assertThat(reply.entry().kind()).isEqualTo(EntryKind.XTA_MAILBOX);
    try (var content = store.open(reply.id(), 0)) {
      assertThat(content.readAllBytes()).asString().isEqualTo("<auskunft/>");
    }
    assertThat(open()).isZero();
  }

  @Test
  void answerThatIsKept_isClosed() throws Exception {
    meanwhile("<auskunft/>");

    sender(server()).ask(question());

    assertThat(open()).isZero();
  }

  @Test
  void answerThatCouldNotBeClosed_isOnlyClosedByTheMailbox() throws Exception {
    meanwhile("<auskunft/>");
    var server = server();
    sender(server, Faulty.dead(server.remote(ForeignServer.NAME), "close")).ask(question());
    assertThat(open()).isEqualTo(1);

    TestFetch.run(gateway, ForeignServer.NAME, server.remote(ForeignServer.NAME));

    assertThat(correlations.repliesTo(message.id())).hasSize(1);
    assertThat(open()).isZero();
  }

  @Test
  void answerThatTheMailboxBroughtFirst_isKeptOnce() throws Exception {
    meanwhile("<auskunft/>");
    var server = server();
    var remote = server.remote(ForeignServer.NAME);
    var slow =
        Faulty.before(remote, "ask", () -> TestFetch.run(gateway, ForeignServer.NAME, remote));

    sender(server, slow).ask(question());

    assertThat(transmission().state()).isEqualTo(TransmissionState.DELIVERED);
    assertThat(correlations.repliesTo(message.id())).hasSize(1);
  }

  @Test
  void infectedAnswer_isNotTakenAndTheQuestionHasArrived() throws Exception {
    meanwhile("<a>" + TestClamd.SIGNATURE + "</a>");

    sender(server()).ask(question());

    assertThat(transmission().state()).isEqualTo(TransmissionState.SENT);
    assertThat(store.get(message.id()).state()).isEqualTo(MessageState.SENT);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void infectedAnswerInTheMailbox_isKeptClosedAndStaysOpenThere() throws Exception {
    var server = server();
    meanwhile("<a>" + TestClamd.SIGNATURE + "</a>");
    sender(server).ask(question());

    TestFetch.run(gateway, ForeignServer.NAME, server.remote(ForeignServer.NAME));

    assertThat(
            jdbc.queryForList(
                "select state from message where entry_kind = 'XTA_MAILBOX' and reason_code ="
                    + " 'CONTENT_INFECTED'",
                String.class))
        .containsExactly("PARKED");
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void answerThatTheScannerCannotJudge_isNotTakenAndTheQuestionHasArrived() throws Exception {
    meanwhile("<a>" + TestClamd.TOO_MUCH + "</a>");

    sender(server()).ask(question());

    assertThat(transmission().state()).isEqualTo(TransmissionState.SENT);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void answerInTheMailboxThatTheScannerCannotJudge_isKeptClosedAndHoldsUpNoOther()
      throws Exception {
    var server = server();
    meanwhile("<a>" + TestClamd.TOO_MUCH + "</a>");
    sender(server).ask(question());
    message = xta.message();
    meanwhile("<auskunft/>");
    sender(server, Faulty.dead(server.remote(ForeignServer.NAME), "close")).ask(question());
    assertThat(open()).isEqualTo(2);

    TestFetch.run(gateway, ForeignServer.NAME, server.remote(ForeignServer.NAME));

    assertThat(
            jdbc.queryForList(
                "select state from message where entry_kind = 'XTA_MAILBOX' and reason_code ="
                    + " 'CONTENT_UNSCANNABLE'",
                String.class))
        .isNotEmpty()
        .containsOnly("PARKED");
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void scannerThatIsAway_isNotTheFaultOfTheServer() throws Exception {
    meanwhile("<a>" + TestClamd.GONE + "</a>");

    assertThatThrownBy(() -> sender(server()).ask(question()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.SCANNER_UNAVAILABLE));

    assertThat(jdbc.queryForObject("select count(*) from circuit", Long.class)).isZero();
  }

  /** How many answers wait in the mailbox at the other server. */
  private long open() {
    return jdbc.queryForObject(
        "select count(*) from mailbox_entry where fetched_at is null", Long.class);
  }

  private XtaOutgoing question() {
    var wishes = new XtaWishes(null, null, "urn:example:auskunft", null, null, null, null, null);
    return xta.outgoing(message, Map.of("standard", "xdemo", "reader", "ags:1"), wishes);
  }

  /** What the reader and the route of the answers do at the other server. */
  private void meanwhile(String text) {
    CompletableFuture.runAsync(
        () -> {
          await()
              .atMost(Duration.ofSeconds(60))
              .ignoreExceptions()
              .until(() -> arrived(transmission().osciMessageId()) != null);
          answer(store.get(arrived(transmission().osciMessageId())), text);
        });
  }

  private void answer(Message question, String text) {
    try (var intake = store.intake()) {
      var octets = text.getBytes(StandardCharsets.UTF_8);
      // whatever it is: the other server has no scanner
      intake.addClosed(PartRole.PAYLOAD, "payload", "text/xml", new ByteArrayInputStream(octets));
      intake.identify();
      var reply = store.get(answers.keep(question, intake, "dort", null).id());
      var handover = transmissions.open(reply.id(), TransmissionKind.DELIVERY, "replies");
      var sha256 = reply.payload().orElseThrow().sha256();
      var payload =
          new HandoverPart(
              "payload", "text/xml", octets.length, sha256, () -> store.open(reply.id(), 0));
      deliveries
          .get("replies")
          .handOver(
              new Handover(
                  handover.id().toString(),
                  reply.id().toString(),
                  Map.of(),
                  payload,
                  List.of(),
                  Handover.PAYLOAD_FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertFails(XtaSender sender, ErrorCode code) {
    assertThatThrownBy(() -> sender.send(outgoing()))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private XtaOutgoing outgoing() {
    return xta.outgoing(message);
  }

  private ForeignServer foreign() throws Exception {
    return new ForeignServer(folder, TestXta.port(gateway));
  }

  private XtaServers server() throws Exception {
    return foreign().servers();
  }

  private XtaSender sender(XtaServers servers) {
    return xta.sender(servers);
  }

  private XtaSender sender(XtaServers servers, XtaRemote instead) {
    return xta.sender(servers, instead);
  }

  private Transmission transmission() {
    return xta.transmission(message);
  }

  private List<TimelineEvent> events() {
    return store.timeline(message.id()).stream().map(TimelineEntry::event).toList();
  }

  private MessageId arrived(String id) {
    return xta.arrived(id);
  }
}
