package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.simulator.fitconnect.FitConnectFault;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a portal to a destination of FIT-Connect, and what its subscriber says of it. */
class FitConnectSendWayTest {

  private static final Map<String, String> FIELDS = Map.of("service", "fit-connect-versand");

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @AfterEach
  void repair() {
    town.fitConnect.server.fault(null);
  }

  @Test
  void submission_isDeliveredWhenItsReceiverAccepts() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");

    var id = submit(payload);

    awaitState(portal, id, "DELIVERED");
    assertThat(town.droppedWith("bauamt", payload)).hasSize(1);
    assertThat(timeline(id)).contains("RESERVED", "ACKNOWLEDGED");
    assertThat(portal.found(submissionOf(id).toString()).toString()).contains(id);
  }

  @Test
  void rejection_isToldToThePortal() throws Exception {
    town.fitConnect.server.fault(FitConnectFault.TAMPERED);

    var id = submit(Samples.xdemo("0100/minimal.xml"));

    awaitState(portal, id, "REJECTED");
    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-3303");
    assertThat(portal.message(id).at("/reason/details").asString()).contains("(data)");
    assertThat(timeline(id)).contains("Entschlüsselung gescheitert");
  }

  @Test
  void answerThatIsLost_makesNoSecondSubmission() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    town.fitConnect.server.fault(FitConnectFault.LOST_SUBMIT);
    var id = submit(payload);
    await().atMost(SOON).until(() -> timeline(id).contains("AB-5001"));

    town.fitConnect.server.fault(null);

    awaitState(portal, id, "DELIVERED");
    assertThat(submissionsOf(id)).hasSize(1);
    assertThat(town.droppedWith("bauamt", payload)).hasSize(1);
  }

  @Test
  void verdict_isHeardAfterAnOutageOfTheEventLog() throws Exception {
    town.fitConnect.server.fault(FitConnectFault.NO_EVENTS);
    var id = submit(Samples.xdemo("0100/minimal.xml"));
    awaitState(portal, id, "SENT");
    await().atMost(SOON).until(() -> looksAt(id) > 1);

    town.fitConnect.server.fault(null);

    awaitState(portal, id, "DELIVERED");
  }

  @Test
  void keyThatNobodyVouchesFor_isNotEncryptedFor() throws Exception {
    town.fitConnect.server.fault(FitConnectFault.FOREIGN_KEY);

    var id = submit(Samples.xdemo("0100/minimal.xml"));

    awaitState(portal, id, "PARKED");
    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-4005");
    assertThat(submissionsOf(id)).isEmpty();
  }

  @Test
  void oversizeAttachment_isNotSubmitted() throws Exception {
    var large = new PortalClient.File("gross.pdf", Samples.noise(200_000));

    var id = portal.submit(Samples.xdemo("0100/minimal.xml"), FIELDS, Map.of(), large);

    awaitState(portal, id, "PARKED");
    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-5002");
    assertThat(submissionsOf(id)).isEmpty();
  }

  private String submit(byte[] payload) throws Exception {
    return portal.submit(
        payload, FIELDS, Map.of(), new PortalClient.File("plan.pdf", Samples.noise(50_000)));
  }

  private String timeline(String message) {
    return portal.message(message).path("timeline").toString();
  }

  private UUID submissionOf(String message) {
    return submissionsOf(message).get(0);
  }

  private List<UUID> submissionsOf(String message) {
    return town.jdbc()
        .queryForList(
            """
            select s.submission_id from fit_sending s join transmission t
              on t.id = s.transmission_id where t.message_id = ?::uuid""",
            UUID.class,
            message);
  }

  private int looksAt(String message) {
    return town.jdbc()
        .queryForObject(
            """
            select coalesce(max(s.looks), 0) from fit_sending s join transmission t
              on t.id = s.transmission_id where t.message_id = ?::uuid""",
            Integer.class,
            message);
  }
}
