package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Would this reach the procedure that the route hands over to? */
class PreflightDeliveryWayTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Town town = Town.shared();

  @Test
  void routeIntoAFolder_needsNoEntryOfTheDirectory() throws Exception {
    var report = ask("bauvoranfrage");

    assertThat(report.path("arrives").asBoolean()).as(report.toPrettyString()).isTrue();
    assertThat(delivery(report).path("result").asString()).isEqualTo("passed");
    assertThat(delivery(report).path("detail").asString()).isEqualTo("bauvoranfrage");
  }

  @Test
  void receiverThatIsNotThere_isTold() throws Exception {
    var report = ask("wohngeld");

    assertThat(report.path("arrives").asBoolean()).isFalse();
    assertThat(delivery(report).path("result").asString()).isEqualTo("failed");
    assertThat(delivery(report).path("code").asString()).isEqualTo("AB-5001");
  }

  private static JsonNode delivery(JsonNode report) {
    for (var check : report.path("checks")) {
      if (check.path("check").asString().equals("delivery")) {
        return check;
      }
    }
    throw new AssertionError("there is no such check in " + report);
  }

  private JsonNode ask(String service) throws IOException, InterruptedException {
    var question = "{\"reader\":\"nobody:1\",\"service\":\"%s\",\"standard\":\"xdemo\"}";
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + town.port() + "/api/v1/preflight"))
            .header("Authorization", "Bearer " + Town.PORTAL_TOKEN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question.formatted(service)))
            .build();
    return JsonMapper.shared().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }
}
