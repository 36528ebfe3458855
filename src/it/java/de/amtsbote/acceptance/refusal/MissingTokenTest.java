package de.amtsbote.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Site;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@AcceptanceTest
class MissingTokenTest {

  @Test
  void requestWithoutToken_isRefused(Site site) throws Exception {
    HttpResponse<String> answer = anonymous(site, "/api/v1/messages");

    assertThat(answer.statusCode() + " " + answer.body()).startsWith("401 ").contains("AB-1101");
  }

  private static HttpResponse<String> anonymous(Site site, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site.gateway().address().resolve(path))
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofString("<a/>"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
