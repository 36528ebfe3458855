package de.amtsbote.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody at a mailbox who answers a question while its sender waits. */
public final class Clerk {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern UUID = Pattern.compile("<nachrichtenUUID>([^<]*)");

  private final URI mailbox;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();

  public Clerk(Site site, String token, String mailbox) {
    this.token = token;
    this.mailbox =
        URI.create(site.gateway().address() + "/api/v1/mailboxes/" + mailbox + "/messages");
  }

  /** Waits for the question and answers it. */
  public void answers(byte[] question, byte[] answer) throws IOException, InterruptedException {
    String id = finds(question);
    URI address = URI.create(mailbox + "/" + id + "/acknowledge?status=processed");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofByteArray(answer))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  /** Waits until the document lies in the mailbox; its id there. */
  public String finds(byte[] document) {
    var found = UUID.matcher(new String(document, StandardCharsets.UTF_8));
    assertThat(found.find()).isTrue();
    return await()
        .atMost(PATIENCE)
        .until(() -> idOf(found.group(1)), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> idOf(String uuid) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mailbox + "?progress=all&limit=200"))
            .header("Authorization", "Bearer " + token)
            .GET()
            .build();
    String list = http.send(request, BodyHandlers.ofString()).body();
    int at = list.indexOf(uuid);
    if (at < 0) {
      return Optional.empty();
    }
    var id = Pattern.compile("\"id\" ?: ?\"([^\"]*)\"").matcher(list.substring(0, at));
    String last = null;
    while (id.find()) {
      last = id.group(1);
    }
    return Optional.ofNullable(last);
  }
}
