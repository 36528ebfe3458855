package de.amtsbote.gateway.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser without pictures: keeps cookies, follows redirects, fills in the sign-in form. */
final class Browser {

  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Browser(int port) {
    this.port = port;
  }

  HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  /** Fills in a form of a page. */
  HttpResponse<String> submit(String page, String path, String form)
      throws IOException, InterruptedException {
    var matcher = FORM_TOKEN.matcher(page);
    var formToken = matcher.find() ? matcher.group(1) : "";
    return post(path, form + "&_csrf=" + encode(formToken));
  }

  HttpResponse<String> signIn(String token) throws IOException, InterruptedException {
    var matcher = FORM_TOKEN.matcher(open("/signin").body());
    var formToken = matcher.find() ? matcher.group(1) : "";
    return post("/signin", "token=" + encode(token) + "&_csrf=" + encode(formToken));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept", "text/html");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
