package de.amtsbote.gateway.entry.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal developer can correct a message from its report alone. */
@GatewayTest
class ReportTest {

  private static final Finding FINDING =
      new Finding(
          "xsd",
          "XOEV-X001",
          "error",
          3,
          14,
          "/antrag[1]/name[1]",
          "The value is too long. Expected: at most 10 characters. Found: 12 characters: Aaaa.",
          "cvc-maxLength-valid",
          "at most 10 characters",
          "12 characters: Aaaa <b>",
          new Finding.Words("Der Wert ist zu lang.", "The value is too long."),
          new Finding.Words("Kürzen.", "Shorten it."));

  @LocalServerPort int port;
  @Autowired MessageStore store;
  private MessageId id;

  @BeforeEach
  void rejectOne() throws IOException {
    id = message();
    store.reject(
        id,
        new GatewayException(ErrorCode.PAYLOAD_INVALID, "xdemo 1.0: 1 error", List.of(FINDING)));
  }

  @Test
  void report_isAProblemWithEverythingInBothLanguages() throws Exception {
    var answer = report("*/*", "en");

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var problem = json(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:amtsbote:error:payload-invalid");
    assertThat(problem.path("instance").asString()).endsWith(id.toString());
    assertThat(problem.at("/findings/0/cause/de").asString()).isEqualTo("Der Wert ist zu lang.");
    assertThat(problem.at("/findings/0/cause/en").asString()).isEqualTo("The value is too long.");
    assertThat(problem.at("/findings/0").propertyNames())
        .contains(
            "level",
            "code",
            "severity",
            "line",
            "column",
            "path",
            "message",
            "rule",
            "expected",
            "found",
            "cause",
            "remedy");
  }

  @Test
  void reportForAGermanCaller_saysWhyInGerman() throws Exception {
    var problem = json(report("application/json", "de-DE,en;q=0.5"));

    assertThat(problem.path("title").asString())
        .isEqualTo("Die Nachricht verletzt ihren Standard.");
    assertThat(problem.path("detail").asString()).isEqualTo("1 Fehler");
  }

  @Test
  void reportForABrowser_isAPageThatShowsNoForeignMarkup() throws Exception {
    var page = report("text/html,application/xhtml+xml,*/*;q=0.8", "de");

    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("Zeile 3, Spalte 14", "Der Wert ist zu lang.", "Kürzen.", "cvc-maxLength-valid")
        .contains("&lt;b&gt;")
        .doesNotContain("<b>", "<script");
  }

  @Test
  void reportAsText_canBeSentOn() throws Exception {
    assertThat(report("text/plain", "en").body())
        .contains("1. error: The value is too long.", "line 3, column 14 /antrag[1]/name[1]")
        .contains("Expected: at most 10 characters", "Remedy: Shorten it.");
  }

  @Test
  void whatTheCauseSays_isNotSaidAgain() throws Exception {
    var rule = "Es muss ein Ort da sein.";
    var words = new Finding.Words("Regel verletzt. " + rule, "Rule violated. " + rule);
    var finding =
        new Finding(
            "schematron", "XOEV-S001", "error", 1, 1, "/a", "", "r1", rule, "", words, words);
    id = message();
    store.reject(id, new GatewayException(ErrorCode.PAYLOAD_INVALID, "x", List.of(finding)));

    assertThat(report("text/plain", "de").body()).doesNotContain("Erwartet");
  }

  @Test
  void reportInAnotherFormat_isNotGiven() throws Exception {
    assertThat(report("image/png", "en").statusCode()).isEqualTo(406);
  }

  @Test
  void messageThatIsOnItsWay_hasNoReport() throws Exception {
    id = message();

    assertThat(report("*/*", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void reportOfAnotherTenant_isNotFound() throws Exception {
    assertThat(report("*/*", "en", TestGateway.OTHER_TENANT).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> report(String accept, String language) throws Exception {
    return report(accept, language, TestGateway.PORTAL);
  }

  private HttpResponse<String> report(String accept, String language, String token)
      throws Exception {
    var address = "http://localhost:" + port + "/api/v1/messages/" + id + "/report";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept)
                .header("Accept-Language", language)
                .build(),
            BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private MessageId message() throws IOException {
    try (var intake = store.intake()) {
      intake.add(
          PartRole.PAYLOAD,
          "antrag.xml",
          "text/xml",
          new ByteArrayInputStream(new byte[] {'<', 'a', '/', '>'}));
      return intake
          .commit(new NewMessage("stadt", new Entry(EntryKind.REST, "portal"), null, Traits.NONE))
          .id();
    }
  }
}
