package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.Applications;
import de.amtsbote.acceptance.site.Sha256;
import de.amtsbote.acceptance.site.Site;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands in single applications and looks at the answers, which the load driver only counts. */
final class Probe {

  private static final int ACCEPTED = 202;
  private static final Set<Integer> TRY_LATER = Set.of(429, 503, 507);
  private static final int TRIES = 60;

  private final Scene scene;
  private final HttpClient portal = HttpClient.newHttpClient();
  private final List<Receipt> receipts = new ArrayList<>();

  Probe(Scene scene) {
    this.scene = scene;
  }

  /** One is taken, if need be after some tries. */
  void isAccepted() throws IOException, InterruptedException {
    for (int turn = 0; turn < TRIES; turn++) {
      if (handIn().statusCode() == ACCEPTED) {
        scene.say("an application is accepted");
        return;
      }
      scene.pass(Duration.ofMillis(500));
    }
    throw new IOException("nothing is accepted");
  }

  /** One is turned away with the time to come back. */
  void isTurnedAway() throws IOException, InterruptedException {
    for (int turn = 0; turn < TRIES; turn++) {
      HttpResponse<String> answer = handIn();
      Optional<String> retryAfter = answer.headers().firstValue("Retry-After");
      if (answer.statusCode() != ACCEPTED) {
        if (!TRY_LATER.contains(answer.statusCode()) || retryAfter.isEmpty()) {
          throw new IOException(answer + " " + answer.body());
        }
        scene.say(
            "an application is refused: %d, Retry-After: %s",
            answer.statusCode(), retryAfter.get());
        return;
      }
      scene.pass(Duration.ofMillis(100));
    }
    throw new IOException("everything is accepted");
  }

  /** What was accepted. */
  List<Receipt> receipts() {
    return receipts;
  }

  private HttpResponse<String> handIn() throws IOException, InterruptedException {
    byte[] application = Applications.valid();
    HttpRequest request =
        HttpRequest.newBuilder(scene.node(0).address().resolve("/api/v1/messages"))
            .header("Authorization", "Bearer " + Site.PORTAL_TOKEN)
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofByteArray(application))
            .build();
    HttpResponse<String> answer = portal.send(request, BodyHandlers.ofString());
    if (answer.statusCode() == ACCEPTED) {
      receipts.add(new Receipt("", Sha256.of(application), "probe", "", "", false));
    }
    return answer;
  }
}
