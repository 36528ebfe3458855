package de.amtsbote.gateway.entry.xta.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.delivery.xta.Faulty;
import de.amtsbote.gateway.delivery.xta.ForeignServer;
import de.amtsbote.gateway.delivery.xta.XtaServersProperties;
import de.amtsbote.gateway.entry.scan.Suspects;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.VirusScanner;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.XtaSelection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fetching from the mailbox of another server, which is the one of the same gateway. */
@GatewayTest
class XtaFetchTest {

  private static final int LIMIT = 1000;

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired HandOvers handOvers;
  @Autowired Deliveries deliveries;
  @Autowired CorrelationStore correlations;
  @Autowired FetchIntake intake;
  @Autowired JdbcTemplate jdbc;
  @TempDir Path folder;
  private XtaRemote portal;
  private XtaRemote mailbox;
  private int rounds = Integer.MAX_VALUE;

  @BeforeEach
  void emptyMailbox() throws Exception {
    jdbc.update("delete from mailbox_entry");
    jdbc.update("update message set entry_account = 'vorher' where entry_kind = 'XTA_MAILBOX'");
    portal = server().servers().remote(ForeignServer.NAME);
    mailbox =
        server().as("ags:1", TestXta.READER).limit(LIMIT).servers().remote(ForeignServer.NAME);
  }

  @Test
  void message_isStoredAndThenClosed() throws Exception {
    var id = waiting("<antrag/>", "Anlage");

    fetch(mailbox).run();

    var message = fetched().get(0);
    assertThat(text(message, message.payload().orElseThrow())).isEqualTo("<antrag/>");
    assertThat(text(message, message.attachments().get(0))).isEqualTo("Anlage");
    assertThat(message.entry()).isEqualTo(new Entry(EntryKind.XTA_MAILBOX, ForeignServer.NAME));
    assertThat(message.traits().author()).isEqualTo("gae:1");
    assertThat(message.traits().reader()).isEqualTo("ags:1");
    assertThat(correlations.of(message.id()).externalId()).isEqualTo(id);
    assertThat(correlations.of(message.id()).processRef()).isEqualTo("FALL-1");
    assertThat(open()).isZero();
    assertThat(there(id).state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void severalPages_areFetchedToTheirEnd() throws Exception {
    waiting("<eins/>");
    waiting("<zwei/>");
    waiting("<drei/>");

    fetch(mailbox).run();

    assertThat(fetched()).hasSize(3);
    assertThat(open()).isZero();
  }

  @Test
  void messageThatWasStoredAndNotClosed_isOnlyClosedWhenItComesAgain() throws Exception {
    waiting("<antrag/>");
    fetch(Faulty.dead(mailbox, "close")).run();
    assertThat(fetched()).hasSize(1);
    assertThat(open()).isEqualTo(1);

    fetch(mailbox).run();

    assertThat(fetched()).hasSize(1);
    assertThat(open()).isZero();
  }

  @Test
  void closeWhoseAnswerGotLost_changesNothing() throws Exception {
    waiting("<antrag/>");
    fetch(Faulty.losing(mailbox, "close")).run();

    fetch(mailbox).run();

    assertThat(fetched()).hasSize(1);
  }

  @Test
  void messageThatCannotBeRead_isKeptForAnOperatorAndHoldsUpNoOther() throws Exception {
    var broken = waiting("<zu-gross>" + "x".repeat(LIMIT) + "</zu-gross>");
    waiting("<gut/>");

    fetch(mailbox).run();

    var kept = fetched();
    assertThat(kept).extracting(Message::state).contains(MessageState.PARKED);
    var parked =
        kept.stream().filter(it -> it.state() == MessageState.PARKED).findFirst().orElseThrow();
    assertThat(parked.reason().code()).isEqualTo(ErrorCode.XTA_CONTENT_INVALID);
    assertThat(kept).hasSize(2);
    assertThat(open()).isEqualTo(1);
    assertThat(there(broken).state()).isNotEqualTo(MessageState.DELIVERED);
  }

  @Test
  void messageThatIsMuchTooLarge_isNotKept() throws Exception {
    waiting("<zu-gross>" + "x".repeat(2 * LIMIT + (1 << 20)) + "</zu-gross>");
    waiting("<gut/>");

    fetch(mailbox).run();

    assertThat(fetched()).extracting(Message::state).containsExactly(MessageState.RECEIVED);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void gatewayThatBecomesFull_leavesTheRestInTheMailbox() throws Exception {
    waiting("<eins/>");
    waiting("<zwei/>");
    rounds = 1;

    fetch(mailbox).run();

    assertThat(fetched()).hasSize(1);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void messageThatCannotBeRead_isLeftAloneForAWhile() throws Exception {
    waiting("<zu-gross>" + "x".repeat(LIMIT) + "</zu-gross>");
    var fetch = fetch(mailbox);
    fetch.run();

    fetch.run();

    assertThat(fetched()).hasSize(1);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void lineThatBreaksAtTheSameMessageAgainAndAgain_holdsUpNoOther() throws Exception {
    waiting("<erste/>");
    waiting("<zweite/>");
    var fetch = fetch(Faulty.breaking(mailbox));

    for (var run = 0; run < 3; run++) {
      fetch.run();
    }

    assertThat(fetched()).extracting(Message::state).contains(MessageState.RECEIVED);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void sealedMessage_isPassedOnAndTheTimelineSaysNotChecked() throws Exception {
    var sealed =
        "<e:EncryptedData xmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"><e:CipherData>"
            + "<e:CipherValue>AAECAw==</e:CipherValue></e:CipherData></e:EncryptedData>";
    waiting("<?xml version=\"1.0\"?>\n" + sealed);

    fetch(mailbox).run();

    var message = fetched().get(0);
    assertThat(text(message, message.payload().orElseThrow())).isEqualTo(sealed);
    assertThat(store.timeline(message.id()))
        .extracting(TimelineEntry::event)
        .contains(TimelineEvent.NOT_CHECKED);
  }

  @Test
  void answer_belongsToTheMessageThatItNames() throws Exception {
    var question = question("gae:1");
    var id = "urn:de:xta:messageid:test:" + UUID.randomUUID();
    var transmission = transmissions.open(question, TransmissionKind.XTA, ForeignServer.NAME);
    transmissions.reserve(transmission.id(), id);
    deliver(sent(List.of(id), "<antwort/>"));

    fetch(mailbox).run();

    assertThat(correlations.of(fetched().get(0).id()).inReplyTo()).isEqualTo(question);
  }

  @Test
  void answerForAnotherXtaClient_namesTheQuestionInItsWords() throws Exception {
    var asked = sent(List.of(), "<frage/>");
    var question = there(asked).id();
    jdbc.update("update message set reader = 'gae:1' where id = ?", question.value());
    var elsewhere = "urn:de:xta:messageid:anderswo:" + UUID.randomUUID();
    var transmission = transmissions.open(question, TransmissionKind.XTA, ForeignServer.NAME);
    transmissions.reserve(transmission.id(), elsewhere);
    deliver(sent(List.of(elsewhere), "<antwort/>"));
    fetch(mailbox).run();

    lay(fetched().get(0), "replies");

    var answer = portal.fetch(XtaSelection.ALL, new Discarded()).orElseThrow();
    assertThat(answer.order().inReplyTo()).containsExactly(asked);
    assertThat(answer.order().requester()).isEqualTo("FALL-1");
  }

  @Test
  void answerOfSomebodyWhoWasNotTheReader_belongsToNothing() throws Exception {
    var question = question("ags:77");
    var id = "urn:de:xta:messageid:test:" + UUID.randomUUID();
    var transmission = transmissions.open(question, TransmissionKind.XTA, ForeignServer.NAME);
    transmissions.reserve(transmission.id(), id);
    deliver(sent(List.of(id), "<antwort/>"));

    fetch(mailbox).run();

    assertThat(correlations.of(fetched().get(0).id()).inReplyTo()).isNull();
  }

  @Test
  void serverThatIsAway_letsTheMailboxWait() throws Exception {
    var away = new ForeignServer(folder, 1).servers().remote(ForeignServer.NAME);

    fetch(away).run();

    assertThat(fetched()).isEmpty();
  }

  @Test
  void lockedAccount_letsTheMailboxWait() throws Exception {
    waiting("<antrag/>");
    var locked = server().as("gae:3", TestXta.LOCKED).servers().remote(ForeignServer.NAME);

    fetch(locked).run();

    assertThat(fetched()).isEmpty();
    assertThat(open()).isEqualTo(1);
  }

  private ForeignServer server() throws Exception {
    return new ForeignServer(folder, TestXta.port(gateway));
  }

  private XtaFetch fetch(XtaRemote remote) {
    var settings =
        new XtaServersProperties.Fetch("stadt", Duration.ofSeconds(10), 1, Duration.ofMinutes(15));
    return new XtaFetch(
        ForeignServer.NAME,
        settings,
        remote,
        intake,
        new Suspects(VirusScanner.NONE),
        Clock.systemUTC(),
        LIMIT,
        () -> rounds-- > 0);
  }

  private String waiting(String payload, String... attachments) throws Exception {
    var id = sent(List.of(), payload, attachments);
    deliver(id);
    return id;
  }

  private String sent(List<String> inReplyTo, String payload, String... attachments)
      throws Exception {
    var parts = new ArrayList<XtaContent>();
    parts.add(Letter.content("antrag.xml", payload));
    for (var each : attachments) {
      parts.add(Letter.content("anlage.txt", each));
    }
    var id = portal.messageId();
    portal.send(Letter.metadata(id, inReplyTo), parts);
    return id;
  }

  /** What a route does there with {@code delivery:amt}. */
  private void deliver(String id) throws Exception {
    lay(there(id), "amt");
    handOvers.routeEnded(there(id).id(), "there");
  }

  private void lay(Message message, String mailbox) throws Exception {
    var transmission = transmissions.open(message.id(), TransmissionKind.DELIVERY, mailbox);
    var attachments = message.attachments().stream().map(it -> part(message, it)).toList();
    deliveries
        .get(mailbox)
        .handOver(
            new Handover(
                transmission.id().toString(),
                message.id().toString(),
                Map.of(),
                part(message, message.payload().orElseThrow()),
                attachments,
                Handover.PAYLOAD_FILE));
    transmissions.sent(transmission.id(), null);
  }

  private HandoverPart part(Message message, Part it) {
    return new HandoverPart(
        it.name(),
        it.mediaType(),
        it.size(),
        it.sha256(),
        () -> store.open(message.id(), it.number()));
  }

  private MessageId question(String reader) throws Exception {
    try (var content = store.intake()) {
      content.add(
          PartRole.PAYLOAD,
          "payload",
          "text/xml",
          new ByteArrayInputStream("<f/>".getBytes(StandardCharsets.UTF_8)));
      return content
          .commit(
              new NewMessage(
                  "stadt",
                  new Entry(EntryKind.REST, "portal"),
                  null,
                  new Traits(null, null, null, "gae:7", reader, null, null)))
          .id();
    }
  }

  private Message there(String id) {
    return store.get(
        new MessageId(
            jdbc.queryForObject(
                "select message_id from xta_message where xta_id = ? and account = 'onlinedienst'",
                UUID.class,
                id)));
  }

  private List<Message> fetched() {
    return jdbc
        .queryForList(
            "select id from message where entry_kind = 'XTA_MAILBOX' and entry_account = ?",
            UUID.class,
            ForeignServer.NAME)
        .stream()
        .map(MessageId::new)
        .map(store::get)
        .toList();
  }

  private long open() {
    return jdbc.queryForObject(
        "select count(*) from mailbox_entry where fetched_at is null", Long.class);
  }

  private String text(Message message, Part part) throws Exception {
    try (var content = store.open(message.id(), part.number())) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
