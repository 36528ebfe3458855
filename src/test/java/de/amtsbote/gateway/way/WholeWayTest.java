package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the portal through route, intermediary and mailbox to the Fachverfahren, and back. */
class WholeWayTest {

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @AfterEach
  void procedureWorks() {
    town.procedureAnswers(204);
  }

  @Test
  void application_reachesTheProcedureBitIdentical() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var pdf = Samples.noise(5 * 1024 * 1024 + 3);

    var id = portal.submit(payload, new PortalClient.File("nachweis.pdf", pdf));

    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
    assertThat(town.postsWith(pdf)).hasSize(1);
    awaitState(portal, id, "DELIVERED");
  }

  @Test
  void receipt_isInTheTimelineWithTheTimesOfTheProcessCard() throws Exception {
    var id = portal.submit(Samples.xdemo("0100/minimal.xml"));

    awaitState(portal, id, "DELIVERED");

    var timeline = portal.message(id).path("timeline");
    assertThat(timeline.findValuesAsString("event"))
        .containsSubsequence(
            "RECEIVED",
            "ROUTED",
            "VALIDATED",
            "RESERVED",
            "HANDED_OVER",
            "SENT",
            "RECEIPT",
            "DELIVERED");
    assertThat(timeline.toString()).contains("reception");
  }

  @Test
  void application_forTheOtherOffice_isDroppedAsAFolder() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");

    var id = portal.submit(payload, new PortalClient.File("plan.pdf", Samples.noise(100_000)));

    awaitState(portal, id, "DELIVERED");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
    assertThat(town.droppedWith("gewerbeamt", payload).get(0).resolve("plan.pdf")).hasSize(100_000);
  }

  @Test
  void applicationForACertificate_isDelivered() throws Exception {
    var payload = Samples.xdemo("0300/minimal.xml");

    var id = portal.submit(payload);

    awaitState(portal, id, "DELIVERED");
    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
  }

  @Test
  void messageOfAnotherType_goesToTheReaderItNames() throws Exception {
    var payload = Samples.xdemo("0910/minimal.xml");

    var id = portal.submit(payload);

    awaitState(portal, id, "DELIVERED");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("bauamt", payload)).hasSize(1));
  }

  @Test
  void encodedApplicationOfAPartnerWhoMaySendIt_isDeliveredAsXml() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");

    var id = portal.submit(Base64.getMimeEncoder().encode(payload));

    awaitState(portal, id, "DELIVERED");
    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
    assertThat(portal.message(id).path("timeline").toString())
        .contains("TOLERATED", "double-base64");
  }

  @Test
  void application_thatBreaksTheSchema_isRejectedWithLineAndPath() throws Exception {
    var id = portal.submit(Samples.xdemo("0200/broken-missing.xml"));

    awaitState(portal, id, "REJECTED");

    var finding = portal.message(id).at("/reason/findings/0");
    assertThat(finding.path("line").asInt()).isPositive();
    assertThat(finding.path("path").asString()).startsWith("/");
  }

  @Test
  void application_forAnUnknownAuthority_isRejected() throws Exception {
    var id = portal.submit(Samples.xdemo("special/unknown-authority.xml"));

    awaitState(portal, id, "REJECTED");

    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-3005");
  }

  @Test
  void message_ofAnUnknownStandard_isRejected() throws Exception {
    var id = portal.submit("<a xmlns='urn:nobody'/>".getBytes(StandardCharsets.UTF_8));

    awaitState(portal, id, "REJECTED");

    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-2003");
    assertThat(portal.message(id).at("/reason/findings/0/code").asString()).isEqualTo("XOEV-V001");
  }

  @Test
  void message_withADoctype_isRejected() throws Exception {
    var id = portal.submit("<!DOCTYPE a><a xmlns='urn:x'/>".getBytes(StandardCharsets.UTF_8));

    awaitState(portal, id, "REJECTED");

    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-2002");
  }

  @Test
  void submissionThatIsRepeated_isDeliveredOnce() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    var first = portal.submit(payload, Map.of(), key);
    var second = portal.submit(payload, Map.of(), key);

    assertThat(second).isEqualTo(first);
    awaitState(portal, first, "DELIVERED");
    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
  }

  @Test
  void procedureThatIsDown_getsTheMessageWhenItIsBack() throws Exception {
    town.procedureAnswers(503);
    var payload = Samples.xdemo("0100/minimal.xml");
    var id = portal.submit(payload);
    awaitState(portal, id, "DELIVERED");
    await()
        .atMost(SOON)
        .until(() -> count("select count(*) from transmission where last_code = 'AB-5001'") > 0);

    town.procedureAnswers(204);

    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
  }

  @Test
  void crashAfterSending_asksForTheProcessCardAndSendsNothingAgain() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var id = portal.submit(payload);
    awaitState(portal, id, "DELIVERED");
    var cards = count("select count(*) from osci_card");

    new Amnesia(town).forgetThatItWasSent(id);

    awaitState(portal, id, "DELIVERED");
    assertThat(count("select count(*) from osci_card")).isEqualTo(cards);
    assertThat(town.postsWith(payload)).hasSize(1);
  }

  @Test
  void crashAfterHandOver_postsAgainUnderTheSameDeliveryId() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    portal.submit(payload);
    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
    var inbound = town.inboundOf(payload).orElseThrow();

    new Amnesia(town).forgetThatItWasHandedOver(inbound);

    await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(2));
    assertThat(town.deliveryIdsOf(payload))
        .hasSize(2)
        .containsOnly(town.deliveryIdsOf(payload).get(0));
  }

  @Test
  void fileInTheFolder_becomesAMessage() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");

    Files.write(
        Files.createDirectories(town.folder.resolve("data/ablage")).resolve("antrag.xml"), payload);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
  }

  private long count(String sql) {
    var count = town.jdbc().queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
