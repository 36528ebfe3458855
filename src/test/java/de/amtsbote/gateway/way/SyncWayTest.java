package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private static byte[] questionFor(String reader) throws IOException {
    return new String(Samples.xdemo("0100/minimal.xml"), StandardCharsets.UTF_8)
        .replace("mbe:99001001", reader)
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<String> repliesOf(String partner, byte[] content) {
    return town.jdbc()
        .queryForList(
            "select m.state from message m join part p on p.message_id = m.id"
                + " where m.entry_kind = 'REPLY' and m.entry_account = ? and p.sha256 = sha256(?)",
            String.class,
            "partner:" + partner,
            content);
  }

  @Test
  void replyThatThePartnerSigned_comesBackInTheSameRequest() throws Exception {
    var answer = Samples.xdemo("0910/minimal.xml");
    town.foreign.answers(answer, "altverfahren");

    var response = ask(questionFor("fre:99000008"), 60).get(SOON.toSeconds(), TimeUnit.SECONDS);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains(new String(answer, StandardCharsets.UTF_8));
  }

  @Test
  void replyThatSomebodyElseSigned_isKeptClosedForAnOperator() throws Exception {
    var answer = Samples.xdemo("0910/minimal.xml");
    town.foreign.answers(answer, "gewerbeamt");
    var before = refusedReplies();

    var receipt = ask(questionFor("fre:99000008"), 1).get(SOON.toSeconds(), TimeUnit.SECONDS);

    await().atMost(SOON).until(this::refusedReplies, it -> it == before + 1);
    assertThat(receipt.statusCode()).isEqualTo(202);
    assertThat(portal.message(idOf(receipt)).path("replies")).isEmpty();
    assertThat(repliesOf("fremdamt", answer)).isEmpty();
  }

  private long refusedReplies() {
    return town.jdbc()
        .queryForObject(
            "select count(*) from message where entry_kind = 'REPLY' and state = 'PARKED'"
                + " and entry_account = 'partner:fremdamt'"
                + " and reason_code = 'CERTIFICATE_REFUSED'",
            Long.class);
  }

  @Test
  void replyOfAPartnerWhoseSignatureNobodyKnows_isTakenAndSaysSo() throws Exception {
    var answer = Samples.xdemo("0910/minimal.xml");
    town.foreign.answers(answer, "gewerbeamt");

    var response = ask(questionFor("fre:99000009"), 60).get(SOON.toSeconds(), TimeUnit.SECONDS);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var reply =
        response.headers().firstValue("Content-Location").orElseThrow().replaceFirst(".*/", "");
    assertThat(town.operator().message(reply).path("timeline").findValuesAsString("event"))
        .contains("NOT_CHECKED");
  }

  @Test
  void questionThatTheOfficeStoredBeforeItBroke_isParkedAndNotAskedTwice() throws Exception {
    var question = questionFor("fre:99000008");
    town.foreign.breaks();

    var receipt = ask(question, 1).get(SOON.toSeconds(), TimeUnit.SECONDS);

    awaitState(portal, idOf(receipt), "PARKED");
    assertThat(town.foreign.count(question)).isEqualTo(1);
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
