package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.route.RouteRejection;
import de.amtsbote.osci.model.MessageId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an authority sends and breaks its standard is answered to its author over OSCI, through the
 * routes that ship. The author signs as the portal and has the mailbox of the building authority
 * here.
 */
class ReplyWayTest {

  private final Town town = Town.shared();
  private final Steps steps = new Steps(town);

  @Test
  void invalidMessage_isAnsweredToItsAuthorWithARejection() throws Exception {
    var message = Samples.xdemo("0200/broken-missing.xml");

    var id = letter(message);

    assertThat(timeline(id, "REJECTED")).hasSize(1);
    assertThat(timeline(id, "ANSWERED")).singleElement().asString().contains("REJECTION");
    await().atMost(SOON).untilAsserted(() -> assertThat(rejectionsOf(message)).hasSize(1));
    assertThat(rejectionsOf(message).get(0))
        .contains("vorgang.rueckweisung.0990", "<code>X001</code>");
  }

  @Test
  void invalidRejection_isNeverAnswered() throws Exception {
    var broken =
        new String(Samples.xdemo("0990/minimal.xml"), StandardCharsets.UTF_8)
            .replaceAll("(?s)<xd:grund>.*</xd:grund>", "");

    var id = letter(broken.getBytes(StandardCharsets.UTF_8));

    assertThat(timeline(id, "REJECTED")).hasSize(1);
    assertThat(timeline(id, "ANSWERED")).isEmpty();
    assertThat(timeline(id, "NOT_ANSWERED"))
        .singleElement()
        .asString()
        .contains("XOEV-E021", "vorgang.rueckweisung.0990");
  }

  @Test
  void validMessage_isNotAnswered() throws Exception {
    var id = letter(Samples.xdemo("0200/minimal.xml"));

    assertThat(timeline(id, "DELIVERED")).hasSize(1);
    assertThat(timeline(id, "ANSWERED")).isEmpty();
    assertThat(timeline(id, "NOT_ANSWERED")).isEmpty();
  }

  @Test
  void messageThatSomebodyElseSigned_isNotAnswered() throws Exception {
    var message = Samples.xdemo("0200/broken-missing.xml");

    var id = letter("gewerbeamt", message);

    assertThat(timeline(id, "REJECTED")).hasSize(1);
    assertThat(timeline(id, "ANSWERED")).isEmpty();
    assertThat(timeline(id, "NOT_ANSWERED"))
        .singleElement()
        .asString()
        .contains("not proved", "bauamt");
  }

  @Test
  void messageOfAnUnknownAuthor_isNotAnswered() throws Exception {
    var message =
        new String(Samples.xdemo("0200/broken-missing.xml"), StandardCharsets.UTF_8)
            .replace("prt:99000001", "prt:99009999");

    var id = letter(message.getBytes(StandardCharsets.UTF_8));

    assertThat(timeline(id, "ANSWERED")).isEmpty();
    assertThat(timeline(id, "NOT_ANSWERED"))
        .singleElement()
        .asString()
        .contains("AB-3005")
        .doesNotContain("99009999");
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIPT, vorgang.eingangsbestaetigung.0900, 4711",
    "ACKNOWLEDGEMENT, vorgang.quittung.0995, <code>90</code>"
  })
  void validMessage_isConfirmedOnceHoweverOftenItsRouteRuns(String kind, String root, String says)
      throws Exception {
    var message = Samples.xdemo("0200/minimal.xml");
    var id = letter(message);

    reply(id, kind);
    reply(id, kind);

    assertThat(timeline(id, "ANSWERED")).singleElement().asString().contains(kind);
    await().atMost(SOON).untilAsserted(() -> assertThat(answersTo(message, root)).hasSize(1));
    assertThat(answersTo(message, root).get(0)).contains(says);
  }

  @Test
  void failureThatMayPassOrIsTheOperators_isNotToldToTheAuthor() throws Exception {
    var id = letter(Samples.xdemo("0200/minimal.xml"));
    var exchange = steps.exchange(id);

    for (var code : List.of(ErrorCode.DELIVERY_UNAVAILABLE, ErrorCode.PARTNER_INCOMPLETE)) {
      exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new GatewayException(code, "down"));
      send("REJECTION", exchange);
    }

    assertThat(timeline(id, "ANSWERED")).isEmpty();
    assertThat(timeline(id, "NOT_ANSWERED")).isEmpty();
  }

  @Test
  void rejectionByARoute_isToldToTheAuthor() throws Exception {
    var message = Samples.xdemo("0200/minimal.xml");
    var id = letter(message);
    var exchange = steps.exchange(id);
    exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new RouteRejection("Nicht zuständig."));

    send("REJECTION", exchange);

    await().atMost(SOON).untilAsserted(() -> assertThat(rejectionsOf(message)).hasSize(1));
    assertThat(rejectionsOf(message).get(0)).contains("Nicht zuständig.");
  }

  private void reply(String id, String kind) throws IOException {
    send(kind, steps.exchange(id));
  }

  private static void send(String kind, Exchange exchange) throws IOException {
    Steps.run("xoev:reply?caseNumber=4711&status=90&kind=" + kind, exchange);
  }

  /** Sends it into the mailbox of the building authority and waits until its route has ended. */
  private String letter(byte[] message) throws Exception {
    return letter("portal", message);
  }

  private String letter(String sender, byte[] message) throws Exception {
    var id = new Letter(town, sender, "bauamt").forOffice("DATA", "MESSAGE", message).send();
    var found = await().atMost(SOON).until(() -> messageOf(id), it -> it != null);
    await()
        .atMost(SOON)
        .until(() -> timeline(found, "REJECTED").size() + timeline(found, "DELIVERED").size() > 0);
    return found;
  }

  private String messageOf(MessageId id) {
    return town
        .jdbc()
        .queryForList(
            "select message_id::text from idempotency where key = ?", String.class, id.value())
        .stream()
        .findFirst()
        .orElse(null);
  }

  private List<String> timeline(String message, String event) {
    return town.jdbc()
        .queryForList(
            "select details::text from timeline where message_id = ?::uuid and event = ?",
            String.class,
            message,
            event);
  }

  /** The answers in the folder of the building authority that name this message. */
  private List<String> rejectionsOf(byte[] message) throws IOException {
    return answersTo(message, "rueckweisung");
  }

  private List<String> answersTo(byte[] message, String root) throws IOException {
    var uuid =
        new String(message, StandardCharsets.UTF_8)
            .replaceFirst("(?s).*<nachrichtenUUID>([^<]*).*", "$1");
    var found = new ArrayList<String>();
    for (var payload : town.textsDropped("bauamt")) {
      if (payload.contains(root) && payload.contains(uuid)) {
        found.add(payload);
      }
    }
    return found;
  }
}
