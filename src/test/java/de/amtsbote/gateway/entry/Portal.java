package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.TestGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal that talks to the gateway over HTTP. */
public final class Portal {

  public static final String PATH = "/api/v1/messages";
  public static final BodyPublisher NOTHING = BodyPublishers.noBody();

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;
  private final String token;

  public Portal(int port, String token) {
    this.port = port;
    this.token = token;
  }

  public static Portal at(int port) {
    return new Portal(port, TestGateway.PORTAL);
  }

  public Answer submit(String xml, String... headers) throws IOException, InterruptedException {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "application/xml";
    return post(PATH, BodyPublishers.ofString(xml), all);
  }

  public Answer submitMultipart(String body, String... headers)
      throws IOException, InterruptedException {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "multipart/form-data; boundary=cut";
    var bytes = body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return post(PATH, BodyPublishers.ofByteArray(bytes), all);
  }

  public Answer post(String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    return send(request(path).POST(body), headers);
  }

  public Answer get(String path, String... headers) throws IOException, InterruptedException {
    return send(request(path).GET(), headers);
  }

  public Answer send(String method, String path) throws IOException, InterruptedException {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request, String... headers)
      throws IOException, InterruptedException {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
  }

  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return MAPPER.readTree(response.body());
    }

    public String field(String name) {
      return json().path(name).asString();
    }
  }
}
