package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a portal over {@code osci:mediate}, the intermediary and a push entry to a procedure, and
 * its answer back in the same request.
 */
class SyncWayTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();
  private final Clerk clerk = new Clerk(town);

  private CompletableFuture<HttpResponse<String>> ask(byte[] question, int seconds) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + town.port() + "/api/v1/messages"))
            .header("Authorization", "Bearer " + Town.PORTAL_TOKEN)
            .header("Content-Type", "application/xml")
            .header("Amtsbote-Service", "sofortauskunft")
            .header("Prefer", "wait=" + seconds)
            .POST(BodyPublishers.ofByteArray(question))
            .build();
    return HTTP.sendAsync(request, BodyHandlers.ofString());
  }

  private static String idOf(HttpResponse<String> receipt) {
    return JSON.readTree(receipt.body()).path("id").asString();
  }

  @Test
  void answerInTime_comesBackInTheSameRequest() throws Exception {
    var question = clerk.question();
    var answer = Samples.xdemo("0910/minimal.xml");
    var asked = ask(question, 60);

    clerk.answers("auskunft", question, answer);

    var response = asked.get(SOON.toSeconds(), TimeUnit.SECONDS);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains(new String(answer, StandardCharsets.UTF_8));
  }

  @Test
  void questionThatWasAnswered_isDeliveredAndNamesItsAnswer() throws Exception {
    var question = clerk.question();
    var asked = ask(question, 60);
    clerk.answers("auskunft", question, Samples.xdemo("0910/minimal.xml"));
    var location =
        asked.get(SOON.toSeconds(), TimeUnit.SECONDS).headers().firstValue("Content-Location");
    var reply = location.orElseThrow().replaceFirst(".*/", "");

    var id = portal.message(reply).path("inReplyTo").asString();

    awaitState(portal, id, "DELIVERED");
    assertThat(portal.message(id).path("replies").toString()).contains(reply);
  }

  @Test
  void answerAfterTheTimeOfThePortal_waitsInItsBox() throws Exception {
    var question = clerk.question();
    var answer = Samples.xdemo("0910/minimal.xml");
    var receipt = ask(question, 1).get(SOON.toSeconds(), TimeUnit.SECONDS);
    assertThat(receipt.statusCode()).isEqualTo(202);

    clerk.answers("auskunft", question, answer);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(portal.message(idOf(receipt)).path("replies")).isNotEmpty());
    var reply = portal.message(idOf(receipt)).path("replies").path(0).asString();
    await().atMost(SOON).untilAsserted(() -> assertThat(clerk.portalBox()).contains(reply));
  }

  @Test
  void questionThatBreaksItsSchema_isRejectedAtOnce() throws Exception {
    var broken = Samples.fresh(Samples.xdemo("0200/broken-missing.xml"));

    var receipt = ask(broken, 60).get(SOON.toSeconds(), TimeUnit.SECONDS);

    assertThat(receipt.statusCode()).isEqualTo(202);
    assertThat(JSON.readTree(receipt.body()).path("state").asString()).isEqualTo("REJECTED");
  }

  @Test
  void questionForAnAuthorityWithoutAddress_isNotWaitedFor() throws Exception {
    var receipt =
        ask(Samples.xdemo("0300/minimal.xml"), 60).get(SOON.toSeconds(), TimeUnit.SECONDS);

    assertThat(receipt.statusCode()).isEqualTo(202);
    assertThat(JSON.readTree(receipt.body()).path("state").asString()).isEqualTo("PARKED");
  }
}
