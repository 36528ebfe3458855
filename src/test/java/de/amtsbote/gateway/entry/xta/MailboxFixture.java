package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A mailbox in which messages lie ready as a route lays them there. */
abstract class MailboxFixture {

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired HandOvers handOvers;
  @Autowired PostgresXtaMessages messages;
  @Autowired Deliveries deliveries;
  @Autowired JdbcTemplate jdbc;
  XtaCaller portal;
  XtaCaller reader;

  @BeforeEach
  void emptyMailbox() {
    jdbc.update("delete from mailbox_entry");
    portal = new XtaCaller(gateway, TestXta.PORTAL);
    reader = new XtaCaller(gateway, TestXta.READER);
  }

  Order waiting(String payload, String... attachments) throws Exception {
    var order = new Order();
    assertThat(portal.send(Soap.send(order, payload, attachments)).status()).isEqualTo(200);
    deliver(stored(order), null);
    handOvers.routeEnded(stored(order).id(), "xta");
    return order;
  }

  /** What a route does with {@code delivery:amt}. */
  void deliver(Message message, String made) throws Exception {
    var transmission = transmissions.open(message.id(), TransmissionKind.DELIVERY, "amt");
    var attachments = new ArrayList<HandoverPart>();
    message.attachments().forEach(it -> attachments.add(part(message, it)));
    deliveries
        .get("amt")
        .handOver(
            new Handover(
                transmission.id().toString(),
                message.id().toString(),
                Map.of(),
                made == null ? part(message, message.payload().orElseThrow()) : made(made),
                attachments,
                Handover.PAYLOAD_FILE));
    transmissions.sent(transmission.id(), null);
    store.advance(message.id(), MessageState.SENT, Note.SYSTEM);
  }

  HandoverPart part(Message message, de.amtsbote.gateway.message.Part it) {
    return new HandoverPart(
        it.name(),
        it.mediaType(),
        it.size(),
        it.sha256(),
        () -> store.open(message.id(), it.number()));
  }

  static HandoverPart made(String xml) throws Exception {
    var octets = xml.getBytes(StandardCharsets.UTF_8);
    var sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    return new HandoverPart(
        "payload", "text/xml", octets.length, sha256, () -> new ByteArrayInputStream(octets));
  }

  Message stored(Order order) {
    var account = new XtaAccount("onlinedienst", "stadt", Set.of(), Set.of());
    return store.get(messages.find(account, order.id()).orElseThrow().id());
  }

  static String request(XtaCaller.Answer answer) {
    return answer.element("MsgBoxResponse").getAttribute("MsgBoxRequestID");
  }

  static List<String> values(XtaCaller.Answer answer, String name) {
    var found = answer.envelope().getElementsByTagNameNS("*", name);
    var texts = new ArrayList<String>();
    for (var i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
