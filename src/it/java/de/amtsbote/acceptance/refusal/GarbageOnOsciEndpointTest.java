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
class GarbageOnOsciEndpointTest {

  @Test
  void garbage_isAnsweredWithASoapFault(Site site) throws Exception {
    assertThat(post(site, "garbage", "text/plain").body()).contains("Fault").contains("Client");
  }

  @Test
  void garbage_isAnsweredWithAFeedbackCode(Site site) throws Exception {
    assertThat(post(site, "garbage", "text/plain").body()).containsPattern("9\\d{3}");
  }

  @Test
  void truncatedMime_isAnsweredWithASoapFault(Site site) throws Exception {
    String truncated =
        "MIME-Version: 1.0\r\nContent-Type: Multipart/Related; boundary=x; type=text/xml\r\n\r\n"
            + "--x\r\nContent-Type: text/xml\r\n\r\n<soap:Envelope";

    assertThat(post(site, truncated, "text/plain").body()).contains("Fault");
  }

  @Test
  void fault_tellsNothingOfTheProgram(Site site) throws Exception {
    assertThat(post(site, "garbage", "text/plain").body())
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
  }

  private static HttpResponse<String> post(Site site, String body, String contentType)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site.gateway().address().resolve("/osci/intermediary"))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
