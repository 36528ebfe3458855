package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who reads the mailboxes of the lost property office and answers what lies there. */
final class Clerk {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Town town;

  Clerk(Town town) {
    this.town = town;
  }

  /** A question for the office, by the portal that the directory knows with its certificates. */
  byte[] question() throws IOException {
    return questionOf("prt:99000003");
  }

  /** The same by another author. */
  byte[] questionOf(String author) throws IOException {
    return new String(Samples.xdemo("0100/minimal.xml"), StandardCharsets.UTF_8)
        .replace("mbe:99001001", "fun:99001003")
        .replace("prt:99000001", author)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Waits until the question lies in the mailbox, and answers it. */
  void answers(String mailbox, byte[] question, byte[] answer)
      throws IOException, InterruptedException {
    var uuid = uuid(question);
    var id = await().atMost(SOON).until(() -> idOf(mailbox, uuid), Optional::isPresent);
    var path = "/mailboxes/" + mailbox + "/messages/" + id.orElseThrow();
    var request =
        request(Town.PROCEDURE_TOKEN, path + "/acknowledge?status=processed")
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofByteArray(answer))
            .build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** What waits for the portal. */
  String portalBox() throws IOException, InterruptedException {
    return box(Town.PORTAL_TOKEN, "replies").toString();
  }

  /** How often the question lies in the mailbox, new or answered. */
  long count(String mailbox, byte[] question) throws IOException, InterruptedException {
    return messages(mailbox, uuid(question)).count();
  }

  private Optional<String> idOf(String mailbox, String uuid)
      throws IOException, InterruptedException {
    return messages(mailbox, uuid).map(it -> it.path("id").asString()).findFirst();
  }

  private java.util.stream.Stream<JsonNode> messages(String mailbox, String uuid)
      throws IOException, InterruptedException {
    return StreamSupport.stream(
            box(Town.PROCEDURE_TOKEN, mailbox).path("messages").spliterator(), false)
        .filter(it -> it.path("xoevUuid").asString().equals(uuid));
  }

  private JsonNode box(String token, String mailbox) throws IOException, InterruptedException {
    var path = "/mailboxes/" + mailbox + "/messages?progress=all&limit=200";
    return JSON.readTree(
        HTTP.send(request(token, path).GET().build(), BodyHandlers.ofString()).body());
  }

  private HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + town.port() + "/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }

  private static String uuid(byte[] message) {
    return new String(message, StandardCharsets.UTF_8)
        .replaceFirst("(?s).*<nachrichtenUUID>([^<]*).*", "$1");
  }
}
