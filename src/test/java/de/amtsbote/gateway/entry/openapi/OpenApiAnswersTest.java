package de.amtsbote.gateway.entry.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.procedure.Postman;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.Traits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the running gateway answers is what the document promises, good or refused. */
@GatewayTest
class OpenApiAnswersTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String NOBODY = "0199a7c2-0000-7000-8000-000000000000";
  private static final String BECAUSE = "{\"reason\": \"so that it is seen\"}";
  private static final String XML = "application/xml";
  private static final String JSON = "application/json";
  private static final String FORM = "multipart/form-data; boundary=cut";

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired JdbcTemplate jdbc;
  private Contract contract;
  private final List<DynamicTest> tests = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> answers() throws Exception {
    contract = new Contract(new Portal(port, null).get("/api/v1/openapi").text());
    portal();
    prompt();
    mailbox();
    operations();
    retention();
    refusals();
    tests.add(DynamicTest.dynamicTest("every operation has answered well", this::allAnswered));
    return tests.stream();
  }

  private void portal() throws Exception {
    var path = "/api/v1/messages";
    var portal = TestGateway.PORTAL;
    var form =
        "--cut\r\nContent-Disposition: form-data; name=\"payload\"\r\n\r\n<a/>\r\n--cut--\r\n";
    post("POST " + path, path, portal, XML, "<a/>");
    post("POST " + path, path, portal, FORM, form);
    post("POST " + path, path, portal, XML, "");
    post("POST " + path, path, portal, "text/plain", "a");
    get("GET " + path, path, portal);
    get("GET " + path, path + "?anyId=" + NOBODY, portal);
    get("GET " + path, path + "?limit=0", portal);
    get("GET " + path, path, TestGateway.PROCEDURE);
    var id = submitted();
    var tag = Portal.at(port).get(path + "/" + id).header("ETag");
    get("GET " + path + "/{id}", path + "/" + id, portal);
    get("GET " + path + "/{id}", path + "/" + id, portal, "If-None-Match", tag);
    get("GET " + path + "/{id}", path + "/" + NOBODY, portal);
    var rejected = rejected();
    for (var type : List.of(JSON, "application/problem+json", "text/html", "text/plain")) {
      get(
          "GET " + path + "/{id}/report",
          path + "/" + rejected + "/report",
          portal,
          "Accept",
          type);
    }
    get("GET " + path + "/{id}", path + "/" + rejected, portal);
    get("GET " + path + "/{id}/report", path + "/" + id + "/report", portal);
    post("POST /api/v1/preflight", "/api/v1/preflight", portal, JSON, "{\"reader\": \"ags:1\"}");
    post("POST /api/v1/preflight", "/api/v1/preflight", portal, XML, "<a/>");
    post("POST /api/v1/preflight", "/api/v1/preflight", portal, JSON, "[]");
    get("GET /api/v1/events", "/api/v1/events?after=&limit=1000", portal);
    get("GET /api/v1/events", "/api/v1/events?after=x", portal);
  }

  /** A portal that would wait gets the answer in place of the receipt. */
  private void prompt() throws Exception {
    var path = "/api/v1/messages";
    var id =
        Portal.at(port)
            .submit("<a/>", "Amtsbote-Reader", "ags:1", "Idempotency-Key", "prompt")
            .field("id");
    postman.bring(id, "amt");
    var said = "/api/v1/mailboxes/amt/messages/" + id + "/acknowledge?status=processed";
    var reply =
        new Portal(port, TestGateway.PROCEDURE)
            .post(said, BodyPublishers.ofString("<b/>"), "Content-Type", XML);
    postman.bring(reply.field("replyId"), "replies");
    for (var type : List.of("*/*", JSON)) {
      var request =
          request(path, TestGateway.PORTAL, "Content-Type", XML, "Amtsbote-Reader", "ags:1");
      request.headers("Idempotency-Key", "prompt", "Prefer", "wait=20", "Accept", type);
      add(
          "POST " + path,
          "answered as " + type,
          request.POST(BodyPublishers.ofString("<a/>")).build());
    }
  }

  private void mailbox() throws Exception {
    var all = "/api/v1/mailboxes/amt/messages";
    var template = "/api/v1/mailboxes/{name}/messages";
    var reader = TestGateway.PROCEDURE;
    var id = waiting();
    get("GET /api/v1/mailboxes", "/api/v1/mailboxes", reader);
    get("GET /api/v1/mailboxes", "/api/v1/mailboxes", TestGateway.OPERATOR);
    get("GET " + template, all + "?progress=all&limit=5", reader);
    get("GET " + template, all + "?progress=no", reader);
    get("GET " + template, "/api/v1/mailboxes/fremd/messages", reader);
    var one = "GET " + template + "/{id}";
    get(one, all + "/" + id, reader, "Accept", JSON);
    get(one, all + "/" + id, reader, "Accept", "multipart/form-data");
    var tag = new Portal(port, reader).get(all + "/" + id, "Accept", "multipart/*").header("ETag");
    get(one, all + "/" + id, reader, "Accept", "multipart/form-data", "If-None-Match", tag);
    get(one, all + "/" + NOBODY, reader, "Accept", JSON);
    get(one, all + "/" + id, reader, "Accept", "image/png");
    var expired = waiting();
    store.end(
        MessageId.parse(expired),
        MessageState.EXPIRED,
        new GatewayException(ErrorCode.PICKUP_EXPIRED, "nobody came"));
    get(one, all + "/" + expired, reader, "Accept", JSON);
    var acknowledge = "POST " + template + "/{id}/acknowledge";
    var said = all + "/" + id + "/acknowledge";
    post(acknowledge, said, reader, JSON, "{\"status\": \"rejected\"}");
    post(acknowledge, said, reader, JSON, "{\"status\": \"accepted\"}");
    post(acknowledge, said + "?status=processed", reader, XML, "<b/>");
    post(acknowledge, said, reader, JSON, "{\"status\": \"rejected\", \"reason\": \"not ours\"}");
    post(acknowledge, all + "/" + expired + "/acknowledge", reader, JSON, "{}");
    post(acknowledge, said, reader, "text/plain", "processed");
    var replies = "POST " + template + "/{id}/replies";
    post(replies, all + "/" + id + "/replies", reader, XML, "<c/>");
    post(replies, all + "/" + id + "/replies", reader, XML, "");
    get(one, all + "/" + id, reader, "Accept", JSON);
  }

  private void operations() throws Exception {
    var desk = "/api/v1/operations";
    var staff = TestGateway.OPERATOR;
    var id = rejected();
    get("GET " + desk + "/messages", desk + "/messages?limit=3", staff);
    get("GET " + desk + "/messages", desk + "/messages?tenant=kreis", staff);
    get("GET " + desk + "/messages/{id}", desk + "/messages/" + id, staff);
    get("GET " + desk + "/messages/{id}", desk + "/messages/" + waiting(), staff);
    get("GET " + desk + "/messages/{id}/evidence", desk + "/messages/" + id + "/evidence", staff);
    var act = "POST " + desk + "/messages/{id}/{action}";
    post(act, desk + "/messages/" + parked() + "/repeat", staff, JSON, BECAUSE);
    post(act, desk + "/messages/" + parked() + "/reject", staff, JSON, BECAUSE);
    post(act, desk + "/messages/" + id + "/cancel", staff, JSON, BECAUSE);
    post(act, desk + "/messages/" + id + "/cancel", staff, JSON, "{}");
    post(act, desk + "/messages/" + id + "/cancel", staff, XML, "<a/>");
    store.describe(
        MessageId.parse(parked()), new Traits("papier", null, null, null, null, null, null));
    var preview =
        "{\"operation\": {\"action\": \"repeat\"}, \"filter\": {\"standard\": \"papier\"}}";
    post("POST " + desk + "/bulk/preview", desk + "/bulk/preview", staff, JSON, preview);
    post("POST " + desk + "/bulk/preview", desk + "/bulk/preview", staff, JSON, "{}");
    var token =
        new Portal(port, staff)
            .post(desk + "/bulk/preview", BodyPublishers.ofString(preview), "Content-Type", JSON)
            .field("token");
    var confirmation = "{\"token\": \"%s\", \"reason\": \"seen\"}".formatted(token);
    post("POST " + desk + "/bulk", desk + "/bulk", staff, JSON, confirmation);
    post("POST " + desk + "/bulk", desk + "/bulk", staff, JSON, confirmation);
    get("GET " + desk + "/circuits", desk + "/circuits", staff);
    post(
        "POST " + desk + "/{kind}/{name}/pause",
        desk + "/routes/papier/pause",
        staff,
        JSON,
        BECAUSE);
    get("GET " + desk + "/pauses", desk + "/pauses", staff);
    post(
        "POST " + desk + "/{kind}/{name}/resume",
        desk + "/routes/papier/resume",
        staff,
        JSON,
        BECAUSE);
    post(
        "POST " + desk + "/{kind}/{name}/pause",
        desk + "/deliveries/no/pause",
        staff,
        JSON,
        BECAUSE);
    jdbc.update(
        """
        insert into node (name, started_at, seen_at, running)
        values ('papier', now(), now(), 0) on conflict do nothing""");
    get("GET " + desk + "/nodes", desk + "/nodes", staff);
    post(
        "POST " + desk + "/nodes/{name}/{order}",
        desk + "/nodes/papier/drain",
        staff,
        JSON,
        BECAUSE);
    post("POST " + desk + "/nodes/{name}/{order}", desk + "/nodes/no/drain", staff, JSON, BECAUSE);
    get("GET " + desk + "/audit", desk + "/audit?message=" + id, staff);
    get("GET " + desk + "/audit", desk + "/audit?since=x", staff);
    get("GET " + desk + "/log", desk + "/log", staff);
    get("GET " + desk + "/log", desk + "/log?limit=0", staff);
  }

  private void retention() throws Exception {
    var desk = "/api/v1/operations";
    var staff = TestGateway.OPERATOR;
    var hold = desk + "/messages/{id}/hold";
    var id = rejected();
    call("PUT " + hold, "PUT", desk + "/messages/" + id + "/hold?reason=court", staff);
    call("PUT " + hold, "PUT", desk + "/messages/" + id + "/hold", staff);
    call("DELETE " + hold, "DELETE", desk + "/messages/" + id + "/hold", staff);
    var content = "DELETE " + desk + "/messages/{id}/content";
    call(content, "DELETE", desk + "/messages/" + id + "/content?reason=asked", staff);
    call(content, "DELETE", desk + "/messages/" + id + "/content", staff);
    get("GET " + desk + "/retention", desk + "/retention", staff, "Accept", JSON);
    get("GET " + desk + "/retention", desk + "/retention", staff, "Accept", "text/csv");
    get("GET " + desk + "/retention", desk + "/retention?from=x", staff, "Accept", JSON);
  }

  /** Without a token, with a wrong one, in a wrong role, of a message that is not there. */
  private void refusals() {
    for (var operation : contract.operations().keySet()) {
      var method = operation.substring(0, operation.indexOf(' '));
      var path =
          operation
              .substring(method.length() + 1)
              .replace("{id}", NOBODY)
              .replace("{name}", "amt")
              .replace("{action}", "repeat")
              .replace("{kind}", "routes")
              .replace("{order}", "drain");
      call(operation, method, path, null);
      call(operation, method, path, "token-of-nobody");
      if (path.startsWith("/api/v1/operations")) {
        call(operation, method, path, TestGateway.PORTAL);
      } else if (path.equals("/api/v1/preflight")) {
        call(operation, method, path, TestGateway.PROCEDURE);
      } else if (path.startsWith("/api/v1/mailboxes") || method.equals("POST")) {
        call(operation, method, path, TestGateway.OPERATOR);
      }
    }
  }

  private void allAnswered() {
    var well =
        contract.answered().stream()
            .filter(it -> it.matches(".* 2\\d\\d"))
            .map(it -> it.substring(0, it.lastIndexOf(' ')))
            .toList();
    assertThat(contract.operations().keySet()).filteredOn(it -> !well.contains(it)).isEmpty();
    assertThat(contract.operations().keySet())
        .filteredOn(it -> !contract.answered().contains(it + " 401"))
        .isEmpty();
  }

  private String submitted() throws Exception {
    return Portal.at(port)
        .submit("<a/>", "Amtsbote-Reader", "ags:1", "Amtsbote-Process-Ref", "FALL-1")
        .field("id");
  }

  private String waiting() throws Exception {
    var id = submitted();
    postman.bring(id, "amt");
    return id;
  }

  private String parked() throws Exception {
    var id = submitted();
    store.park(MessageId.parse(id), new GatewayException(ErrorCode.ROUTE_MISSING, "no route"));
    return id;
  }

  private String rejected() throws Exception {
    var id = submitted();
    store.move(MessageId.parse(id), MessageState.VALIDATED, Note.SYSTEM);
    store.reject(
        MessageId.parse(id), new GatewayException(ErrorCode.REFUSED_BY_ROUTE, "not this year"));
    return id;
  }

  private void get(String operation, String path, String token, String... headers) {
    add(operation, path, request(path, token, headers).GET().build());
  }

  private void post(String operation, String path, String token, String type, String body) {
    var request = request(path, token, "Content-Type", type);
    add(operation, type + " " + path, request.POST(BodyPublishers.ofString(body)).build());
  }

  private void call(String operation, String method, String path, String token) {
    var headers = method.equals("POST") ? new String[] {"Content-Type", JSON} : new String[0];
    add(
        operation,
        path + " " + token,
        request(path, token, headers).method(method, BodyPublishers.noBody()).build());
  }

  private void add(String operation, String what, HttpRequest request) {
    tests.add(
        DynamicTest.dynamicTest(
            operation + ": " + what, () -> contract.check(operation, send(request))));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return headers.length == 0 ? request : request.headers(headers);
  }
}
