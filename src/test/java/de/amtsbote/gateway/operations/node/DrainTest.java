package de.amtsbote.gateway.operations.node;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.NodeName;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class DrainTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired NodeStore nodes;
  @Autowired NodeName name;
  @Autowired Drain drain;

  @AfterEach
  void inServiceAgain() {
    nodes.order(name.value(), false, null, null);
    drain.look();
  }

  @Test
  void node_isKnown() {
    assertThat(nodes.all()).extracting(Node::name).contains(name.value());
  }

  @Test
  void drainingNode_takesNothingNewAndSaysSo() throws Exception {
    drained();

    var refusal = submit();
    assertThat(refusal.statusCode()).isEqualTo(503);
    assertThat(refusal.body()).contains("AB-1026");
    assertThat(refusal.headers().firstValue("Retry-After")).contains("30");
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(nodes.all())
        .filteredOn(it -> it.name().equals(name.value()))
        .allMatch(it -> it.draining() && it.drained() && it.reason().equals("update"));
  }

  @Test
  void drainingNode_takesNothingAtAnAddressInOtherLetters() throws Exception {
    drained();

    assertThat(submit("/api/v1/%6Dessages").body()).contains("AB-1026");
    assertThat(submit("/%6Fsci/intermediary").body()).contains("AB-1026");
  }

  @Test
  void drainingNode_takesNoAnswersOfReaders() throws Exception {
    drained();

    assertThat(submit("/api/v1/mailboxes/amt/messages/1/replies").body()).contains("AB-1026");
    assertThat(submit("/api/v1/mailboxes/amt/messages/1/acknowledge").body()).contains("AB-1026");
  }

  @Test
  void drainingNode_stillTakesDownWhatReadersSayOfMessages() throws Exception {
    drained();

    var answer =
        CLIENT.send(
            request("/api/v1/mailboxes/amt/messages/1/acknowledge")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.body()).doesNotContain("AB-1026");
  }

  @Test
  void drainingNode_stillAnswersQuestions() throws Exception {
    drained();

    assertThat(get("/api/v1/messages").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void nodeInServiceAgain_takesMessages() throws Exception {
    drained();
    inServiceAgain();

    assertThat(submit().statusCode()).isEqualTo(202);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  private void drained() {
    assertThat(nodes.order(name.value(), true, "update", "operator:meier")).isTrue();
    drain.look();
  }

  private HttpResponse<String> submit() throws Exception {
    return submit("/api/v1/messages");
  }

  private HttpResponse<String> submit(String path) throws Exception {
    return CLIENT.send(
        request(path)
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofString("<a/>"))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + TestGateway.PORTAL);
  }
}
