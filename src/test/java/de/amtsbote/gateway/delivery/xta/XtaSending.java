package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.answer.Answers;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaRemote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends to servers, and asks for reports, as routes and recurring jobs do, where none run. */
@Component
class XtaSending {

  private static final byte[] PAYLOAD = "<antrag/>".getBytes(StandardCharsets.UTF_8);

  private final MessageStore store;
  private final TransmissionStore transmissions;
  private final ReceiptStore receipts;
  private final HandOvers handOvers;
  private final Answers answers;
  private final TransactionTemplate transaction;
  private final Gates gates;
  private final XtaAnswerStore answerIds;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  XtaSending(
      MessageStore store,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      HandOvers handOvers,
      Answers answers,
      TransactionTemplate transaction,
      Gates gates,
      XtaAnswerStore answerIds,
      JdbcTemplate jdbc,
      Clock clock) {
    this.store = store;
    this.transmissions = transmissions;
    this.receipts = receipts;
    this.handOvers = handOvers;
    this.answers = answers;
    this.transaction = transaction;
    this.gates = gates;
    this.answerIds = answerIds;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A message that came in just now. */
  Message message() throws IOException {
    jdbc.update("delete from circuit");
    try (var intake = store.intake()) {
      intake.add(PartRole.PAYLOAD, "antrag.xml", "text/xml", new ByteArrayInputStream(PAYLOAD));
      var traits = new Traits("xdemo", "1.0", "0100", "gae:7", "ags:1", "urn:example:dienst", null);
      var entry = new Entry(EntryKind.REST, "portal");
      return store.get(intake.commit(new NewMessage("stadt", entry, null, traits)).id());
    }
  }

  XtaOutgoing outgoing(Message message) {
    return outgoing(
        message,
        Map.of("standard", "xdemo", "reader", "ags:1", "service", "urn:example:dienst"),
        XtaWishes.NONE);
  }

  XtaOutgoing outgoing(Message message, Map<String, String> about, XtaWishes wishes) {
    var part = XtaPart.of("antrag.xml", "text/xml", PAYLOAD.length);
    return new XtaOutgoing(
        message,
        ForeignServer.NAME,
        about,
        wishes,
        List.of(new XtaContent(part, PAYLOAD.length, () -> new ByteArrayInputStream(PAYLOAD))));
  }

  XtaSender sender(XtaServers servers) {
    return new XtaSender(servers, transmissions, book(), gates);
  }

  XtaSender sender(XtaServers servers, XtaRemote instead) {
    return new XtaSender(servers.with(ForeignServer.NAME, instead), transmissions, book(), gates);
  }

  XtaSender sender(XtaServers servers, XtaRemote instead, Gates through) {
    return new XtaSender(servers.with(ForeignServer.NAME, instead), transmissions, book(), through);
  }

  private SendingBook book() {
    return new SendingBook(
        store, transmissions, answers, transaction, Clock.systemUTC(), Duration.ZERO, answerIds);
  }

  XtaReceipts receipts(XtaServers servers) {
    var settings =
        new XtaServersProperties.Reports(Duration.ofMinutes(1), Duration.ofHours(1), 1000);
    var book =
        new ReportBook(
            store,
            transmissions,
            receipts,
            handOvers,
            transaction,
            Clock.systemUTC(),
            settings.pace());
    return new XtaReceipts(servers, receipts, book, settings.batch(), clock);
  }

  /** The hand-over of a message to the server. */
  Transmission transmission(Message message) {
    return transmissions.of(message.id()).stream()
        .filter(it -> it.kind() == TransmissionKind.XTA)
        .findFirst()
        .orElseThrow();
  }

  /** The message of this id at the server; fails when there is none or more than one. */
  MessageId arrived(String id) {
    return new MessageId(
        jdbc.queryForObject("select message_id from xta_message where xta_id = ?", UUID.class, id));
  }
}
