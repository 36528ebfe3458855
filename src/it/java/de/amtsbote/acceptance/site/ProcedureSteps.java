package de.amtsbote.acceptance.site;

import static org.citrusframework.container.RepeatOnErrorUntilTrue.Builder.repeatOnError;
import static org.citrusframework.dsl.JsonPathSupport.jsonPath;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.http.message.HttpMessage;
import org.citrusframework.message.MessageType;
import org.springframework.http.HttpStatus;

/** What a procedure does that reads its mailbox over REST, as steps of a Citrus test. */
public final class ProcedureSteps {

  private static final int LOOKS = 120;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final TestCaseRunner run;
  private final HttpClient client;
  private final String token;
  private final String mailbox;

  public ProcedureSteps(TestCaseRunner run, Site site, String token, String mailbox) {
    this.run = run;
    this.client = new HttpClientBuilder().requestUrl(site.gateway().address().toString()).build();
    this.token = token;
    this.mailbox = "/api/v1/mailboxes/" + mailbox + "/messages";
  }

  /** Looks until the message is there. */
  public ProcedureSteps finds(String idVariable) {
    run.$(
        repeatOnError()
            .until("i gt " + LOOKS)
            .autoSleep(BETWEEN_LOOKS.toMillis())
            .actions(
                http()
                    .client(client)
                    .send()
                    .get(mailbox + "/${" + idVariable + "}")
                    .message()
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token),
                http().client(client).receive().response(HttpStatus.OK)));
    return this;
  }

  /** Says something of the message, without an answer. */
  public ProcedureSteps says(String idVariable, String json) {
    return posts(idVariable, "/acknowledge", "application/json", json);
  }

  /** Says that it is processed, and answers with this document. */
  public ProcedureSteps answers(String idVariable, String xml) {
    return posts(idVariable, "/acknowledge?status=processed", "application/xml", xml);
  }

  private ProcedureSteps posts(String idVariable, String path, String type, String body) {
    run.$(
        http()
            .client(client)
            .send()
            .post(mailbox + "/${" + idVariable + "}" + path)
            .message(new HttpMessage(body.getBytes(StandardCharsets.UTF_8)))
            .header("Authorization", "Bearer " + token)
            .contentType(type));
    return this;
  }

  /** Expects that it was taken down, and remembers the id of the answer. */
  public ProcedureSteps isTakenDown(String replyVariable) {
    run.$(
        http()
            .client(client)
            .receive()
            .response(HttpStatus.OK)
            .message()
            .type(MessageType.JSON)
            .extract(jsonPath().expression("$.replyId", replyVariable)));
    return this;
  }

  /** Expects that it was taken down. */
  public ProcedureSteps isTakenDown() {
    run.$(http().client(client).receive().response(HttpStatus.OK));
    return this;
  }

  /** Expects a problem document with this code. */
  public ProcedureSteps getsProblem(HttpStatus status, String code) {
    run.$(
        http()
            .client(client)
            .receive()
            .response(status)
            .message()
            .type(MessageType.JSON)
            .contentType("application/problem+json")
            .validate(jsonPath().expression("$.code", code)));
    return this;
  }
}
