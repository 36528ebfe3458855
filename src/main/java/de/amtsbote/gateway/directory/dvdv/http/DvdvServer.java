package de.amtsbote.gateway.directory.dvdv.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One DVDV server. */
final class DvdvServer {

  private static final int UNAUTHORIZED = 401;

  private final URI base;
  private final DvdvAccess access;
  private final String version;
  private final HttpLine line;
  private final TokenKeeper tokens;

  /**
   * A server that was not called yet.
   *
   * @param base without a slash at its end
   * @param version path element of the interface's version
   * @param tokens null where none are needed
   */
  DvdvServer(URI base, DvdvAccess access, String version, HttpLine line, TokenKeeper tokens) {
    this.base = base;
    this.access = access;
    this.version = version;
    this.line = line;
    this.tokens = tokens;
  }

  /** Host and port, as logs and health name it. */
  String name() {
    return base.getAuthority();
  }

  /** Calls a function; the question is null where it needs none. */
  RawAnswer get(String function, Object question, Duration left) throws DvdvFailure {
    var query =
        question == null
            ? ""
            : "?request_json="
                + URLEncoder.encode(
                        new String(DvdvJson.write(question), StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8)
                    .replace("+", "%20");
    return authorized(HttpRequest.newBuilder(address(function + query)).GET(), left);
  }

  /** Calls the batch form of a function. */
  RawAnswer post(String function, Object questions, Duration left) throws DvdvFailure {
    var request =
        HttpRequest.newBuilder(address("batch/" + function))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(DvdvJson.write(questions)));
    return authorized(request, left);
  }

  private URI address(String function) {
    return URI.create(base + "/" + access.path() + "/" + version + "/" + function);
  }

  /** A token that is refused is renewed once. */
  private RawAnswer authorized(HttpRequest.Builder request, Duration left) throws DvdvFailure {
    request.setHeader("Accept", "application/json, application/problem+json");
    if (tokens == null) {
      return line.exchange(request.build(), left);
    }
    var first = tokens.token(left);
    var answer = line.exchange(with(request, first), left);
    if (answer.status() != UNAUTHORIZED) {
      return answer;
    }
    tokens.reject(first);
    return line.exchange(with(request, tokens.token(left)), left);
  }

  private HttpRequest with(HttpRequest.Builder request, String token) {
    return request.copy().setHeader("Authorization", access.scheme() + " " + token).build();
  }
}
