package de.amtsbote.gateway.cli.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcedureTest {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final Arrivals arrivals = new Arrivals();

  @Test
  void postedPayload_arrivesWithItsFingerprint() throws Exception {
    post("application/xml", "abc");

    assertThat(arrivals.of(ABC)).extracting(Arrivals.Arrival::deliveryId).containsExactly("d-1");
  }

  @Test
  void everyPartOfAMultipartPost_arrivesWithItsFingerprint() throws Exception {
    post(
        "multipart/form-data; boundary=\"x1\"",
        "--x1\r\nContent-Type: text/xml\r\n\r\nabc\r\n--x1\r\nContent-Type: a/b\r\n\r\n\r\n--x1--\r\n");

    assertThat(arrivals.of(ABC))
        .singleElement()
        .satisfies(
            arrival -> assertThat(arrival.fingerprints()).containsExactlyInAnyOrder(ABC, EMPTY));
  }

  @Test
  void sameDeliveryId_countsOnce() throws Exception {
    post("application/xml", "abc", "abc");

    assertThat(arrivals.of(ABC)).hasSize(1);
  }

  @Test
  void droppedFolder_arrivesWithItsFingerprints(@TempDir Path root) throws IOException {
    Path folder = root.resolve("drop");
    Path elsewhere = root.resolve("elsewhere");
    try (FileDropProcedure open = FileDropProcedure.open("drop", folder, arrivals)) {
      Path outside = Files.createDirectories(elsewhere.resolve("d-2"));
      Files.writeString(outside.resolve("payload.xml"), "abc");
      Files.writeString(outside.resolve("delivery.json"), "{}");
      Files.move(outside, folder.resolve("d-2"), StandardCopyOption.ATOMIC_MOVE);

      await(open.name())
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(arrivals.of(ABC)).hasSize(1));
    }
  }

  private void post(String contentType, String... bodies) throws Exception {
    try (HttpProcedure procedure = HttpProcedure.open("http", arrivals)) {
      for (String body : bodies) {
        HttpRequest request =
            HttpRequest.newBuilder(procedure.address())
                .header("Content-Type", contentType)
                .header("Amtsbote-Delivery-Id", "d-1")
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
      }
    }
  }
}
