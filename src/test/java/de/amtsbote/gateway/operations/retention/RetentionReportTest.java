package de.amtsbote.gateway.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.retention.Erasure;
import de.amtsbote.gateway.message.retention.ErasureStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RetentionReportTest {

  private static final String REPORT =
      "/api/v1/operations/retention?from=2020-01-01&until=2020-02-01";

  @LocalServerPort int port;
  @Autowired ErasureStore store;
  @Autowired MessageStore messages;

  @BeforeEach
  void addRows() {
    add("stadt", "=cmd(\"x\")");
    add("kreis", "s");
  }

  @Test
  void operator_readsTheReportOfItsTenant() throws Exception {
    var answer = get(REPORT, TestGateway.OPERATOR, "application/json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"tenant\":\"stadt\"", "\"bytes\":42")
        .doesNotContain("kreis");
  }

  @Test
  void report_isGivenAsCsvToo() throws Exception {
    var answer = get(REPORT, TestGateway.OPERATOR, "text/csv");

    assertThat(answer.body().lines().toList())
        .first()
        .isEqualTo("run,at,kind,tenant,standard,service,before,messages,parts,bytes");
    assertThat(answer.body()).contains(",CONTENT,stadt,xbau,");
  }

  @Test
  void whatLooksLikeAFormula_isText() throws Exception {
    assertThat(get(REPORT, TestGateway.OPERATOR, "text/csv").body())
        .contains(",\"'=cmd(\"\"x\"\")\",");
  }

  @Test
  void portal_readsNoReport() throws Exception {
    assertThat(get(REPORT, TestGateway.PORTAL, "application/json").statusCode()).isEqualTo(403);
  }

  @Test
  void dayThatIsNone_isRefused() throws Exception {
    assertThat(
            get("/api/v1/operations/retention?from=x", TestGateway.OPERATOR, "application/json")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void operator_holdsAndReleasesAMessage() throws Exception {
    var id = submit();
    var hold = "/api/v1/operations/messages/" + id + "/hold";

    assertThat(send("PUT", hold + "?reason=Klage", TestGateway.OPERATOR)).isEqualTo(204);
    assertThat(send("DELETE", hold, TestGateway.OPERATOR)).isEqualTo(204);

    assertThat(get("/api/v1/messages/" + id, TestGateway.OPERATOR, "application/json").body())
        .contains("\"HELD\"", "\"RELEASED\"", "operator:betrieb");
  }

  @Test
  void holdWithoutReason_isRefused() throws Exception {
    var hold = "/api/v1/operations/messages/" + submit() + "/hold";

    assertThat(send("PUT", hold, TestGateway.OPERATOR)).isEqualTo(400);
  }

  @Test
  void portal_holdsNothing() throws Exception {
    var hold = "/api/v1/operations/messages/" + submit() + "/hold?reason=x";

    assertThat(send("PUT", hold, TestGateway.PORTAL)).isEqualTo(403);
  }

  @Test
  void operator_erasesTheContentOfAnEndedMessageAtOnce() throws Exception {
    var id = submit();
    messages.reject(MessageId.parse(id), new GatewayException(ErrorCode.XML_BROKEN, "line 1"));
    var content = "/api/v1/operations/messages/" + id + "/content?reason=Art.17";

    assertThat(send("DELETE", content, TestGateway.OPERATOR)).isEqualTo(204);

    assertThat(get("/api/v1/messages/" + id, TestGateway.OPERATOR, "application/json").body())
        .contains("\"ERASED\"", "Art.17");
    assertThat(send("DELETE", content, TestGateway.OPERATOR)).isEqualTo(410);
  }

  @Test
  void contentOfAMessageUnderWay_isNotErased() throws Exception {
    var content = "/api/v1/operations/messages/" + submit() + "/content?reason=x";

    assertThat(send("DELETE", content, TestGateway.OPERATOR)).isEqualTo(409);
  }

  @Test
  void contentOfAHeldMessage_isNotErased() throws Exception {
    var id = submit();
    messages.reject(MessageId.parse(id), new GatewayException(ErrorCode.XML_BROKEN, "line 1"));
    var message = "/api/v1/operations/messages/" + id;
    send("PUT", message + "/hold?reason=Klage", TestGateway.OPERATOR);

    assertThat(send("DELETE", message + "/content?reason=x", TestGateway.OPERATOR)).isEqualTo(409);
  }

  @Test
  void portal_erasesNothing() throws Exception {
    var content = "/api/v1/operations/messages/" + submit() + "/content?reason=x";

    assertThat(send("DELETE", content, TestGateway.PORTAL)).isEqualTo(403);
  }

  @Test
  void messageOfAnotherTenant_isUnknown() throws Exception {
    var hold = "/api/v1/operations/messages/" + UUID.randomUUID() + "/hold?reason=x";

    assertThat(send("PUT", hold, TestGateway.OPERATOR)).isEqualTo(404);
  }

  private void add(String tenant, String service) {
    store.add(
        new Erasure(
            UUID.randomUUID(),
            1,
            Instant.parse("2020-01-15T00:00:00Z"),
            Erasure.Kind.CONTENT,
            tenant,
            "xbau",
            service,
            Instant.parse("2019-10-15T00:00:00Z"),
            1,
            2,
            42));
  }

  private String submit() throws Exception {
    var answer =
        send(
            request("/api/v1/messages", TestGateway.PORTAL)
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<a/>")));
    return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
  }

  private HttpResponse<String> get(String path, String token, String accept) throws Exception {
    return send(request(path, token).header("Accept", accept).GET());
  }

  private int send(String method, String path, String token) throws Exception {
    return send(request(path, token).method(method, BodyPublishers.noBody())).statusCode();
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
