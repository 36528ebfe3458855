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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the portal into the mailbox of a procedure, and its answer back the way it came. */
class MailboxWayTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @Test
  void answerOverRest_reachesThePortalWithItsCase() throws Exception {
    var id = submitted(Map.of("processRef", "FALL-" + System.nanoTime()));
    var answer = Samples.xdemo("0910/minimal.xml");

    var said = acknowledge("fundanzeige", id, answer);

    awaitState(portal, id, "COMPLETED");
    var reply = said.path("replyId").asString();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(box(Town.PORTAL_TOKEN, "replies").toString()).contains(reply));
    var fetched = get(Town.PORTAL_TOKEN, "/mailboxes/replies/messages/" + reply, "multipart/*");
    assertThat(fetched).contains(new String(answer, StandardCharsets.UTF_8), id);
    assertThat(portal.message(id).path("replies").toString()).contains(reply);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(town.events)
                    .anyMatch(it -> it.contains("message.reply") && it.contains(reply)));
    assertThat(town.events)
        .anyMatch(
            it ->
                it.contains(reply)
                    && it.contains(portal.message(id).path("processRef").asString()));
  }

  @Test
  void answerThatBreaksItsSchema_isRejectedAndTheProcedureReadsWhy() throws Exception {
    var id = submitted(Map.of());

    var reply =
        acknowledge("fundanzeige", id, Samples.xdemo("0200/broken-missing.xml"))
            .path("replyId")
            .asString();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(message(Town.PROCEDURE_TOKEN, reply).path("state").asString())
                    .isEqualTo("REJECTED"));
    assertThat(message(Town.PROCEDURE_TOKEN, reply).at("/reason/findings/0/path").asString())
        .startsWith("/");
    assertThat(box(Town.PORTAL_TOKEN, "replies").toString()).doesNotContain(reply);
    awaitState(portal, id, "COMPLETED");
  }

  /** The portal's message crosses two gateways; both are this one. */
  @Test
  void answerToWhatCameOverOsci_goesBackOverOsci() throws Exception {
    var arrived = arrivedOverOsci();
    var answer = Samples.xdemo("0910/minimal.xml");

    var reply = acknowledge("fundamt", arrived, answer).path("replyId").asString();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("bauamt", answer)).hasSize(1));
    var sent = message(Town.PROCEDURE_TOKEN, reply);
    assertThat(sent.path("inReplyTo").asString()).isEqualTo(arrived);
    var osciId = sent.path("osciMessageId").asString();
    assertThat(get(Town.PROCEDURE_TOKEN, "/messages?anyId=" + osciId, "application/json"))
        .contains(reply);
  }

  @Test
  void answerThatNamesAnotherReader_stillGoesToTheAuthorOnly() throws Exception {
    var answer =
        new String(Samples.xdemo("0910/minimal.xml"), StandardCharsets.UTF_8)
            .replace("prt:99000001", "gew:99001002")
            .getBytes(StandardCharsets.UTF_8);

    acknowledge("fundamt", arrivedOverOsci(), answer);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("bauamt", answer)).hasSize(1));
    assertThat(town.droppedWith("gewerbeamt", answer)).isEmpty();
  }

  /** An application in the mailbox of the lost property office. */
  private String arrivedOverOsci() throws Exception {
    var application =
        new String(Samples.xdemo("0100/minimal.xml"), StandardCharsets.UTF_8)
            .replace("mbe:99001001", "fun:99001003")
            .getBytes(StandardCharsets.UTF_8);
    portal.submit(application);
    var uuid = uuid(application);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(box(Town.PROCEDURE_TOKEN, "fundamt").toString()).contains(uuid));
    return idOf(box(Town.PROCEDURE_TOKEN, "fundamt"), uuid);
  }

  private String submitted(Map<String, String> more) throws Exception {
    var fields = new HashMap<>(more);
    fields.put("service", "fundanzeige");
    var id = portal.submit(Samples.xdemo("0100/minimal.xml"), fields, Map.of());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(box(Town.PROCEDURE_TOKEN, "fundanzeige").toString()).contains(id));
    return id;
  }

  private JsonNode acknowledge(String mailbox, String id, byte[] answer) throws Exception {
    var path = "/mailboxes/%s/messages/%s/acknowledge?status=processed".formatted(mailbox, id);
    var request =
        request(Town.PROCEDURE_TOKEN, path)
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofByteArray(answer))
            .build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private JsonNode message(String token, String id) throws IOException, InterruptedException {
    return JSON.readTree(get(token, "/messages/" + id, "application/json"));
  }

  private JsonNode box(String token, String mailbox) throws IOException, InterruptedException {
    return JSON.readTree(
        get(token, "/mailboxes/" + mailbox + "/messages?limit=200", "application/json"));
  }

  private String get(String token, String path, String accept)
      throws IOException, InterruptedException {
    var request = request(token, path).header("Accept", accept).GET().build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + town.port() + "/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }

  private static String idOf(JsonNode box, String uuid) {
    return StreamSupport.stream(box.path("messages").spliterator(), false)
        .filter(it -> it.path("xoevUuid").asString().equals(uuid))
        .map(it -> it.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static String uuid(byte[] message) {
    var text = new String(message, StandardCharsets.UTF_8);
    var begin = text.indexOf("<nachrichtenUUID>") + "<nachrichtenUUID>".length();
    return text.substring(begin, text.indexOf('<', begin));
  }
}
