package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.delivery.StallingServer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The client against the server of the same gateway. */
@GatewayTest
class XtaDeliveryTest {

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired MessageStore store;
  @Autowired JdbcTemplate jdbc;
  @TempDir Path folder;

  @Test
  void handover_isAMessageOfTheOtherServer() throws Exception {
    var id = UUID.randomUUID().toString();

    delivery("gae:1", TestXta.PORTAL).handOver(handover(id));

    var message = store.get(arrived(id));
    assertThat(message.traits().reader()).isEqualTo("ags:1");
    assertThat(message.traits().service()).isEqualTo("urn:example:dienst");
    assertThat(message.attachments()).hasSize(1);
    try (var content = store.open(message.id(), 0)) {
      assertThat(content.readAllBytes()).isEqualTo(octets("<a>ä</a>"));
    }
  }

  @Test
  void repeatAfterAnUnclearResult_isTakenForDoneWhenTheServerKnowsTheId() throws Exception {
    var id = UUID.randomUUID().toString();
    var delivery = delivery("gae:1", TestXta.PORTAL);
    delivery.handOver(handover(id));

    delivery.handOver(handover(id));

    assertThat(
            jdbc.queryForObject(
                "select count(*) from xta_message where key like ?", Long.class, "%" + id))
        .isEqualTo(1);
  }

  @Test
  void refusalThatDoesNotGetBetter_waitsForAnOperator() throws Exception {
    assertFails(delivery("ags:9", TestXta.PORTAL), ErrorCode.DELIVERY_REFUSED, "9014");
  }

  @Test
  void accountThatIsUnknown_waitsForAnOperator() throws Exception {
    assertFails(delivery("gae:1", TestXta.STRANGER), ErrorCode.DELIVERY_REFUSED, "9012");
  }

  @Test
  void serverThatIsAway_isTriedAgain() throws Exception {
    assertFails(
        delivery(new ForeignServer(folder, 1)), ErrorCode.DELIVERY_UNAVAILABLE, "does not answer");
  }

  @Test
  void answerThatStallsBehindItsHead_isGivenUp() throws Exception {
    var socket =
        TestXta.serverTls()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (var stalling = StallingServer.silent(socket, "application/soap+xml")) {
      var delivery =
          delivery(new ForeignServer(folder, stalling.port()).patient(Duration.ofSeconds(2)));

      assertTimeoutPreemptively(
          Duration.ofSeconds(15),
          () -> assertFails(delivery, ErrorCode.DELIVERY_UNAVAILABLE, "does not answer"));
    }
  }

  @Test
  void serverOfAForeignAuthority_isNotSpokenTo() throws Exception {
    var foreign = Files.createDirectories(folder.resolve("foreign"));
    Files.write(foreign.resolve("ca.cer"), TestPki.root("Fremde").certificate().getEncoded());
    assertFails(
        delivery(server().trusting(foreign)), ErrorCode.DELIVERY_UNAVAILABLE, "does not answer");
  }

  private static void assertFails(XtaDelivery delivery, ErrorCode code, String text) {
    assertThatThrownBy(() -> delivery.handOver(handover(UUID.randomUUID().toString())))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.details()).contains(text);
            });
  }

  private XtaDelivery delivery(String author, TestIdentity identity) throws Exception {
    return delivery(server().as(author, identity));
  }

  private static XtaDelivery delivery(ForeignServer server) throws Exception {
    return new XtaDelivery(
        ForeignServer.NAME, server.settings(), server.servers().remote(ForeignServer.NAME));
  }

  private ForeignServer server() throws Exception {
    return new ForeignServer(folder, TestXta.port(gateway));
  }

  private MessageId arrived(String delivery) {
    return new MessageId(
        jdbc.queryForObject(
            "select message_id from xta_message where key like ?", UUID.class, "%" + delivery));
  }

  private static Handover handover(String id) {
    return new Handover(
        id,
        UUID.randomUUID().toString(),
        Map.of(
            "standard", "xdemo",
            "version", "1.0",
            "messageType", "0100",
            "reader", "ags:1",
            "service", "urn:example:dienst",
            "receivedAt", "2026-11-23T09:00:00Z"),
        part("antrag.xml", "text/xml", "<a>ä</a>"),
        List.of(part("leer.txt", "text/plain", "")),
        Handover.PAYLOAD_FILE);
  }

  private static HandoverPart part(String name, String type, String text) {
    var octets = octets(text);
    return new HandoverPart(
        name, type, octets.length, "0".repeat(64), () -> new ByteArrayInputStream(octets));
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
