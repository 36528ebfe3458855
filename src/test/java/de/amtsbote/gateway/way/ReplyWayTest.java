package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.osci.model.MessageId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an authority sends and breaks its standard is answered to its author over OSCI, through the
 * routes that ship. The author has the mailbox of the building authority here.
 */
class ReplyWayTest {

  private final Town town = Town.shared();

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

  /** Sends it into the mailbox of the building authority and waits until its route has ended. */
  private String letter(byte[] message) throws Exception {
    var id = new Letter(town, "portal", "bauamt").forOffice("DATA", "MESSAGE", message).send();
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
    var uuid =
        new String(message, StandardCharsets.UTF_8)
            .replaceFirst("(?s).*<nachrichtenUUID>([^<]*).*", "$1");
    var found = new ArrayList<String>();
    for (var folder : town.dropped("bauamt")) {
      var payload = Files.readString(folder.resolve("payload.xml"));
      if (payload.contains("rueckweisung") && payload.contains(uuid)) {
        found.add(payload);
      }
    }
    return found;
  }
}
