package de.amtsbote.gateway.cli.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A gateway, by its own metrics; its database is not part of them. */
final class ActuatorMeter implements Meter {

  private static final String CPU = "process_cpu_time_ns_total";
  private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI gateway;
  private final HttpRequest request;

  ActuatorMeter(URI gateway, String token) {
    this.gateway = gateway;
    this.request =
        HttpRequest.newBuilder(gateway.resolve("/actuator/prometheus"))
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + token)
            .build();
  }

  @Override
  public String name() {
    return "gateway " + gateway.getAuthority();
  }

  @Override
  public String memory() {
    return "heap";
  }

  @Override
  public Optional<Reading> read() {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.of(reading(response.body()))
          : Optional.empty();
    } catch (IOException down) {
      return Optional.empty();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static Reading reading(String metrics) {
    return new Reading(sum(metrics, CPU) / 1e9, sum(metrics, HEAP) / (1024 * 1024));
  }

  private static double sum(String metrics, String prefix) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(prefix))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
