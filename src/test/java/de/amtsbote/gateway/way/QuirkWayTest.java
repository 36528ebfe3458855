package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the directory says of single partners holds on the whole way, and for nobody else. */
class QuirkWayTest {

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @Test
  void oldHeaderOfAPartner_isToleratedAndSaid() throws Exception {
    var id = portal.submit(withOldHeader("prt:99000077"));

    awaitState(portal, id, "DELIVERED");
    assertThat(timeline(id, "TOLERATED")).singleElement().asString().contains("old-header");
    assertThat(timeline(id, "VALIDATED")).singleElement().asString().contains("XOEV-H010");
  }

  @Test
  void oldHeaderOfAnybodyElse_isRejected() throws Exception {
    var id = portal.submit(withOldHeader("prt:99000055"));

    awaitState(portal, id, "REJECTED");
    assertThat(timeline(id, "TOLERATED")).isEmpty();
  }

  @Test
  void schemaLocationThatAPartnerWants_isWrittenForHim() throws Exception {
    var payload = text(Samples.xdemo("0100/minimal.xml")).replace("mbe:99001001", "mbe:99000078");

    var id = portal.submit(payload.getBytes(StandardCharsets.UTF_8));

    awaitState(portal, id, "DELIVERED");
    assertThat(timeline(id, "ADAPTED"))
        .singleElement()
        .asString()
        .contains("ortsamt", "wants-schema-location");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(droppedWith(uuidOf(payload)))
                    .singleElement()
                    .asString()
                    .contains("schemaLocation=\"urn:amtsbote:standard:xdemo_1.0 xdemo.xsd\""));
  }

  @Test
  void fileNameThatAPartnerWants_isThatOfThePayloadInHisFolder() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");
    var id = portal.submit(payload);
    awaitState(portal, id, "DELIVERED");

    Steps.run("delivery:wunsch", new Steps(town).exchange(id));

    assertThat(town.dropped("wunsch"))
        .singleElement()
        .satisfies(
            it -> assertThat(it.resolve("nachricht.xml")).hasBinaryContent(payload),
            it -> assertThat(it.resolve("payload.xml")).doesNotExist());
    assertThat(timeline(id, "ADAPTED"))
        .singleElement()
        .asString()
        .contains("wunschamt", "wants-file-name");
  }

  @Test
  void messageThatAPartnerEncodesOnceMore_arrivesDecoded() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");

    var id = portal.submit(Base64.getMimeEncoder().encode(payload));

    awaitState(portal, id, "DELIVERED");
    assertThat(timeline(id, "TOLERATED")).singleElement().asString().contains("double-base64");
    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
  }

  private static byte[] withOldHeader(String author) throws IOException {
    return text(Samples.xdemo("0100/minimal.xml"))
        .replace("nachrichtenkopf.g2g>", "nachrichtenkopf>")
        .replace("prt:99000001", author)
        .replaceAll(
            "<kennung>([a-z]+):([0-9]+)</kennung>",
            "<behoerdenkennung><praefix><code>$1</code></praefix>"
                + "<kennung><code>$2</code></kennung></behoerdenkennung>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }

  private static String uuidOf(String message) {
    return message.replaceFirst("(?s).*<nachrichtenUUID>([^<]*).*", "$1");
  }

  private List<String> droppedWith(String uuid) throws IOException {
    var found = new ArrayList<String>();
    for (var payload : town.textsDropped("bauamt")) {
      if (payload.contains(uuid)) {
        found.add(payload);
      }
    }
    return found;
  }

  private List<String> timeline(String message, String event) {
    return town.jdbc()
        .queryForList(
            "select details::text from timeline where message_id = ?::uuid and event = ?",
            String.class,
            message,
            event);
  }
}
