package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.http.DvdvFailure.Kind;
import de.amtsbote.gateway.http.AskedPause;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * HTTP to a server: bounded in time, from connecting to the last byte, and in size. The name of the
 * server is checked against its certificate, always; redirects are not followed.
 */
final class HttpLine {

  private static final int BUSY = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http;
  private final Duration answer;
  private final long largest;

  /**
   * A line.
   *
   * @param tls own certificate and trusted authorities; null for servers without TLS
   */
  HttpLine(SSLContext tls, Duration connect, Duration answer, long largest) {
    this.answer = answer;
    this.largest = largest;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect);
    this.http = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  /**
   * Sends a request.
   *
   * @param left what is left of the time for the whole question
   * @return any answer but that the server is busy
   */
  RawAnswer exchange(HttpRequest request, Duration left) throws DvdvFailure {
    var time = left.compareTo(answer) < 0 ? left : answer;
    var running = http.sendAsync(request, head -> new BoundedBody(largest));
    try {
      var response = running.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
      var taken = new RawAnswer(response.statusCode(), response.headers(), response.body());
      if (taken.status() == BUSY || taken.status() >= SERVER_ERROR) {
        throw new DvdvFailure(
            Kind.BUSY,
            "answers with status " + taken.status(),
            AskedPause.of(taken.headers()).orElse(Duration.ZERO),
            null);
      }
      return taken;
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new DvdvFailure(Kind.UNREACHABLE, "does not answer in time", e);
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new DvdvFailure(Kind.UNREACHABLE, "was not waited for", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static DvdvFailure failure(Throwable cause) {
    for (var it = cause; it != null; it = it.getCause()) {
      if (it instanceof BoundedBody.TooLarge) {
        return new DvdvFailure(Kind.INVALID, it.getMessage(), cause);
      }
      if (it instanceof SSLException) {
        return new DvdvFailure(
            Kind.UNREACHABLE, "TLS fails: one side does not trust the other", cause);
      }
    }
    return new DvdvFailure(Kind.UNREACHABLE, "cannot be reached", cause);
  }
}
