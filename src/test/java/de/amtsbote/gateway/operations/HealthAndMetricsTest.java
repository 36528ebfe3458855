package de.amtsbote.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class HealthAndMetricsTest {

  @LocalServerPort int port;

  @Test
  void health_isToldToEverybodyWithoutDetails() throws Exception {
    // routes that poll are ready only after their first look
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get("/actuator/health", null).statusCode()).isEqualTo(200));
    var answer = get("/actuator/health", null);

    assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("PostgreSQL");
  }

  @Test
  void liveness_isToldToEverybody() throws Exception {
    assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
  }

  @Test
  void operator_seesDatabaseAndBacklog() throws Exception {
    assertThat(get("/actuator/health", TestGateway.OPERATOR).body())
        .contains("PostgreSQL", "overdueSeconds", "parked");
  }

  @Test
  void operator_readsTheGauges() throws Exception {
    assertThat(get("/actuator/prometheus", TestGateway.OPERATOR).body())
        .contains("amtsbote_messages_open", "amtsbote_messages_parked", "amtsbote_work_overdue");
  }

  @Test
  void stranger_readsNoMetrics() throws Exception {
    assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(401);
  }

  @Test
  void otherActuatorEndpoints_areNotThere() throws Exception {
    assertThat(get("/actuator/env", TestGateway.OPERATOR).statusCode()).isEqualTo(404);
    assertThat(get("/actuator/heapdump", TestGateway.OPERATOR).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
