package de.amtsbote.acceptance.fault;

import com.jayway.jsonpath.JsonPath;
import de.amtsbote.acceptance.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator sees of messages and the nodes that work on them. */
record OperatorDesk(URI gateway) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * An attempt at a hand-over.
   *
   * @param result null while it is under way
   */
  record Attempt(String message, String node, String result) {

    boolean isOpen() {
      return result == null;
    }

    boolean isOf(String name) {
      return node.equals(name);
    }
  }

  /** The name under which a process is known as a node. */
  String nameOf(long pid) throws IOException, InterruptedException {
    List<String> names = JsonPath.read(get("/api/v1/operations/nodes"), "$.nodes[*].name");
    return names.stream()
        .filter(name -> name.contains("-" + pid + "-"))
        .findFirst()
        .orElseThrow(() -> new IOException("no node has the process number " + pid));
  }

  /** The attempts to give messages to a receiver that came in since then, oldest first. */
  List<Attempt> attempts(String receiver, Instant since) throws IOException, InterruptedException {
    List<String> ids =
        JsonPath.read(
            get("/api/v1/operations/messages?limit=500&from=" + since), "$.messages[*].id");
    List<Attempt> found = new ArrayList<>();
    for (String id : ids) {
      List<Map<String, Object>> attempts =
          JsonPath.read(get("/api/v1/operations/messages/" + id), "$.attempts");
      attempts.stream()
          .filter(attempt -> receiver.equals(attempt.get("destination")))
          .map(attempt -> attempt(id, attempt))
          .forEach(found::add);
    }
    return found;
  }

  private static Attempt attempt(String message, Map<String, Object> attempt) {
    return new Attempt(message, (String) attempt.get("node"), (String) attempt.get("result"));
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Authorization", "Bearer " + Site.OPERATOR_TOKEN)
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
