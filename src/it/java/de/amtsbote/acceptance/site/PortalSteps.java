package de.amtsbote.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citrusframework.container.RepeatOnErrorUntilTrue.Builder.repeatOnError;
import static org.citrusframework.dsl.JsonPathSupport.jsonPath;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.citrusframework.TestAction;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.http.actions.HttpClientRequestActionBuilder;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.http.message.HttpMessage;
import org.citrusframework.message.MessageType;
import org.springframework.http.HttpStatus;

/** What a portal does, as steps of a Citrus test. */
public final class PortalSteps {

  private static final int LOOKS = 120;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final String MESSAGES = "/api/v1/messages";
  private static final String XTA_ID = "$.transmissions[0].xtaMessageId";

  private static final Duration ANSWER = Duration.ofSeconds(90);
  private static final String INCIDENT = "incident";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestCaseRunner run;
  private final Site site;
  private final HttpClient portal;
  private final String token;

  public PortalSteps(TestCaseRunner run, Site site) {
    this(run, site, Site.PORTAL_TOKEN);
  }

  public PortalSteps(TestCaseRunner run, Site site, String token) {
    this(run, site, site.gateway().address(), token);
  }

  /** A portal of a gateway that is no site. */
  public PortalSteps(TestCaseRunner run, URI gateway, String token) {
    this(run, null, gateway, token);
  }

  private PortalSteps(TestCaseRunner run, Site site, URI gateway, String token) {
    this.run = run;
    this.site = site;
    this.portal = new HttpClientBuilder().requestUrl(gateway.toString()).build();
    // by its name each client finds the answer to its own request
    this.portal.setName("portal-" + UUID.randomUUID());
    this.token = token;
  }

  /** Sends these bytes as a new message. */
  public PortalSteps sends(byte[] body, String contentType) {
    return sends(body, contentType, UUID.randomUUID().toString());
  }

  public PortalSteps sends(byte[] body, String contentType, String idempotencyKey) {
    run.$(
        http()
            .client(portal)
            .send()
            .post(MESSAGES)
            .message(new HttpMessage(body))
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", idempotencyKey)
            .contentType(contentType));
    return this;
  }

  /** Sends a form made of these parts. */
  public PortalSteps sendsForm(byte[]... parts) {
    return sends(
        Multipart.form(parts), "multipart/form-data; boundary=" + Multipart.BOUNDARY_OF_FORMS);
  }

  /** Sends a message that names no reader, and says beside it who shall read it. */
  public PortalSteps sendsTo(String reader, String service, byte[] body) {
    run.$(
        http()
            .client(portal)
            .send()
            .post(MESSAGES)
            .message(new HttpMessage(body))
            .header("Authorization", "Bearer " + token)
            .header("Amtsbote-Reader", reader)
            .header("Amtsbote-Service", service)
            .contentType("application/xml"));
    return this;
  }

  /** Asks a question and would wait so long for the answer; the test goes on meanwhile. */
  public PortalSteps asks(String service, byte[] body, int seconds) {
    run.$(
        http()
            .client(portal)
            .send()
            .post(MESSAGES)
            .fork(true)
            .message(new HttpMessage(body))
            .header("Authorization", "Bearer " + token)
            .header("Amtsbote-Service", service)
            .header("Prefer", "wait=" + seconds)
            .contentType("application/xml"));
    return this;
  }

  /** Expects the answer in place of the receipt. */
  public PortalSteps getsTheAnswer(byte[] document) {
    run.$(
        http()
            .client(portal)
            .receive()
            .response(HttpStatus.OK)
            .timeout(ANSWER.toMillis())
            .message()
            .type(MessageType.PLAINTEXT)
            .validate(
                (message, context) ->
                    assertThat(message.getPayload(String.class)).contains(uuidOf(document))));
    return this;
  }

  /** The UUID that a document in the demo standard gives itself. */
  public static String uuidOf(byte[] document) {
    return new String(document, StandardCharsets.UTF_8)
        .replaceFirst("(?s).*<nachrichtenUUID>([^<]*).*", "$1");
  }

  /** Expects a receipt and remembers its id under the name. */
  public PortalSteps getsReceipt(String idVariable) {
    run.$(
        http()
            .client(portal)
            .receive()
            .response(HttpStatus.ACCEPTED)
            .message()
            .type(MessageType.JSON)
            .extract(jsonPath().expression("$.id", idVariable)));
    return this;
  }

  /** Asks until a message is known by this id, and remembers the id of the first under the name. */
  public PortalSteps findsByAnyId(String anyId, String idVariable) {
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS.toMillis())
            .actions(
                listOf(anyId),
                http()
                    .client(portal)
                    .receive()
                    .response(HttpStatus.OK)
                    .message()
                    .type(MessageType.JSON)
                    .extract(jsonPath().expression("$.messages[-1].id", idVariable))));
    return this;
  }

  /** No message is known by this id. */
  public PortalSteps findsNothingBy(String anyId) {
    return counts(anyId, 0);
  }

  /** So many messages are known by this id. */
  public PortalSteps counts(String anyId, int messages) {
    run.$(listOf(anyId));
    run.$(
        http()
            .client(portal)
            .receive()
            .response(HttpStatus.OK)
            .message()
            .type(MessageType.JSON)
            .validate(jsonPath().expression("$.messages.size()", Integer.toString(messages))));
    return this;
  }

  private HttpClientRequestActionBuilder.HttpMessageBuilderSupport listOf(String anyId) {
    return http()
        .client(portal)
        .send()
        .get(MESSAGES)
        .message()
        .queryParam("anyId", anyId)
        .header("Authorization", "Bearer " + token);
  }

  /** Asks for the message; the answer is to be checked. */
  public PortalSteps asksFor(String idVariable) {
    run.$(get(idVariable));
    return this;
  }

  /** Asks until the message is in the state. */
  public PortalSteps seesState(String idVariable, String state) {
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS.toMillis())
            .actions(
                get(idVariable),
                http()
                    .client(portal)
                    .receive()
                    .response(HttpStatus.OK)
                    .message()
                    .type(MessageType.JSON)
                    .validate(jsonPath().expression("$.state", state))));
    return this;
  }

  /** Expects that nothing was stored, and a problem document with this code. */
  public PortalSteps getsProblem(HttpStatus status, String code) {
    run.$(
        http()
            .client(portal)
            .receive()
            .response(status)
            .message()
            .type(MessageType.JSON)
            .contentType("application/problem+json")
            .validate(jsonPath().expression("$.code", code))
            .extract(jsonPath().expression("$.incident", INCIDENT)));
    return this;
  }

  /** Asks until the message has an XTA id, and remembers that under the name. */
  public PortalSteps seesXtaId(String idVariable, String xtaIdVariable) {
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS.toMillis())
            .actions(
                get(idVariable),
                http()
                    .client(portal)
                    .receive()
                    .response(HttpStatus.OK)
                    .message()
                    .type(MessageType.JSON)
                    .validate(jsonPath().expression(XTA_ID, "@startsWith('urn:de:xta:')@"))
                    .extract(jsonPath().expression(XTA_ID, xtaIdVariable))));
    return this;
  }

  /** Asks until the message is rejected for the reason with this code. */
  public PortalSteps seesRejection(String idVariable, String code) {
    seesState(idVariable, "REJECTED");
    run.$(get(idVariable));
    run.$(
        http()
            .client(portal)
            .receive()
            .response(HttpStatus.OK)
            .message()
            .type(MessageType.JSON)
            .validate(jsonPath().expression("$.reason.code", code))
            .extract(jsonPath().expression("$.reason.incident", INCIDENT)));
    return this;
  }

  /** The rejection names line and path of what is wrong. */
  public PortalSteps readsLineAndPath(String idVariable) {
    run.$(get(idVariable));
    run.$(
        http()
            .client(portal)
            .receive()
            .response(HttpStatus.OK)
            .message()
            .type(MessageType.JSON)
            .validate(
                jsonPath()
                    .expression("$.reason.findings[0].line", "@greaterThan(1)@")
                    .expression("$.reason.findings[0].path", "@startsWith('/')@")));
    return this;
  }

  /** Asks until a line with this code stands in its timeline. */
  public PortalSteps seesInTheTimeline(String idVariable, String code) {
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS.toMillis())
            .actions(
                get(idVariable),
                http()
                    .client(portal)
                    .receive()
                    .response(HttpStatus.OK)
                    .message()
                    .type(MessageType.PLAINTEXT)
                    .body("@contains('\"" + code + "\"')@")));
    return this;
  }

  /** Two receipts are for one message. */
  public PortalSteps knowsBothAsOne(String idVariable, String otherIdVariable) {
    TestAction compare =
        context ->
            assertThat(context.getVariable(otherIdVariable))
                .isEqualTo(context.getVariable(idVariable));
    run.run(compare);
    return this;
  }

  /** The incident that the last problem or rejection named stands in the log of the gateway. */
  public PortalSteps findsTheIncidentInTheLog() {
    TestAction look =
        context ->
            await("incident in the log")
                .atMost(PATIENCE)
                .untilAsserted(
                    () ->
                        assertThat(site.log())
                            .contains(context.getVariable(INCIDENT, String.class)));
    run.run(look);
    return this;
  }

  private HttpClientRequestActionBuilder.HttpMessageBuilderSupport get(String idVariable) {
    return http()
        .client(portal)
        .send()
        .get(MESSAGES + "/${" + idVariable + "}")
        .message()
        .header("Authorization", "Bearer " + token);
  }
}
