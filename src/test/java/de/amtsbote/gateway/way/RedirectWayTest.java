package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operators give messages to other receivers than their route names. */
class RedirectWayTest {

  private static final String TO = "{\"reason\": \"the office has moved\", \"%s\": \"%s\"}";

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();
  private final OperatorClient operator = town.operator();

  @AfterEach
  void everythingWorks() {
    town.procedureAnswers(204);
    town.substitute.answers(204);
    operator.post("/partners/meldebehoerde/resume");
  }

  @Test
  void messageThatItsProcedureRefused_isDeliveredToAnother() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var id = refused(payload);

    operator.post("/messages/" + id + "/redirect", TO.formatted("delivery", "substitute"));

    operator.awaitState(id, "DELIVERED");
    assertThat(town.substitute.postsWith(payload)).hasSize(1);
    assertThat(town.postsWith(payload)).isEmpty();
    assertThat(operator.message(id).path("timeline").toString())
        .contains("REDIRECTED", "operator:betrieb", "the office has moved");
  }

  @Test
  void messageThatIsRedirectedBack_isDeliveredToTheFirstAfterAll() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    town.substitute.answers(400);
    var id = refused(payload);
    operator.post("/messages/" + id + "/redirect", TO.formatted("delivery", "substitute"));
    await()
        .atMost(SOON)
        .until(() -> operator.message(id).path("reason").toString().contains("substitute"));
    operator.awaitState(id, "PARKED");
    town.procedureAnswers(204);

    operator.post("/messages/" + id + "/redirect", TO.formatted("delivery", "fachverfahren-melde"));

    operator.awaitState(id, "DELIVERED");
    assertThat(town.postsWith(payload)).hasSize(1);
    assertThat(town.substitute.postsWith(payload)).isEmpty();
  }

  @Test
  void messageThatWaitsForAPausedPartner_isSentToAnother() throws Exception {
    operator.post("/partners/meldebehoerde/pause");
    var payload = Samples.xdemo("0100/minimal.xml");
    var id = portal.submit(payload);
    operator.awaitWaiting(id, "partner:meldebehoerde@stadt");

    operator.post("/messages/" + id + "/redirect", TO.formatted("partner", "gewerbeamt"));

    awaitState(portal, id, "DELIVERED");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
    assertThat(town.postsWith(payload)).isEmpty();
  }

  /** Else two procedures would have it, and nobody would have been asked. */
  @Test
  void messageThatAProcedureMayHave_isNotRedirectedAfterItRefusesToo() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    town.substitute.answers(Fachverfahren.TAKES_AND_BREAKS_OFF);
    var id = refused(payload);
    operator.post("/messages/" + id + "/redirect", TO.formatted("delivery", "substitute"));
    await().atMost(SOON).until(() -> !town.substitute.postsWith(payload).isEmpty());
    town.substitute.answers(404);
    await()
        .atMost(SOON)
        .until(() -> operator.message(id).path("reason").toString().contains("substitute"));
    operator.awaitState(id, "PARKED");
    town.procedureAnswers(204);

    var answer =
        operator.refused(
            "/messages/" + id + "/redirect", TO.formatted("delivery", "fachverfahren-melde"));

    assertThat(answer.path("code").asString()).isEqualTo("AB-3012");
    assertThat(town.postsWith(payload)).isEmpty();
  }

  @Test
  void messageForADeliveryThatCannotBeMadeReady_hasNotLeft() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var id = refused(payload);
    operator.post("/messages/" + id + "/redirect", TO.formatted("delivery", "partnerless"));
    await()
        .atMost(SOON)
        .until(() -> operator.message(id).path("reason").toString().contains("nobody-knows-him"));
    operator.awaitState(id, "PARKED");

    operator.post("/messages/" + id + "/redirect", TO.formatted("delivery", "substitute"));

    operator.awaitState(id, "DELIVERED");
    assertThat(town.substitute.postsWith(payload)).hasSize(1);
  }

  private String refused(byte[] payload) throws Exception {
    town.procedureAnswers(400);
    portal.submit(payload);
    var id = await().atMost(SOON).until(() -> town.inboundOf(payload), it -> it.isPresent()).get();
    operator.awaitState(id, "PARKED");
    return id;
  }
}
