package de.amtsbote.osci.http;

import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.transport.TransportException.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

/**
 * OSCI messages over HTTP/1.1 or HTTPS (OSCI-Transport 1.2 binding): POST, streamed with known
 * length, no redirects, host names checked by the JDK.
 */
public final class HttpOsciTransport implements OsciTransport {

  /** Faults come with 200 in practice, but 500 is what SOAP 1.1 asks for. */
  private static final Set<Integer> WITH_OSCI_BODY = Set.of(200, 500);

  private static final Set<Integer> BUSY = Set.of(408, 429, 503);

  private final HttpClient client;
  private final HttpTimeouts timeouts;

  /** With the JDK's default TLS settings. */
  public HttpOsciTransport(HttpTimeouts timeouts) {
    this(timeouts, Optional.empty());
  }

  /** With own TLS trust or a client certificate. */
  public HttpOsciTransport(HttpTimeouts timeouts, Optional<SSLContext> tls) {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeouts.connect());
    tls.ifPresent(builder::sslContext);
    this.client = builder.build();
    this.timeouts = timeouts;
  }

  @Override
  public InputStream exchange(URI supplier, MessageBody message) throws TransportException {
    var request =
        HttpRequest.newBuilder(supplier)
            .timeout(timeouts.answer())
            .header("Content-Type", "text/xml")
            .header("charset", "utf-8")
            .POST(publisher(message))
            .build();
    try {
      return answer(client.send(request, BodyHandlers.ofInputStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(Fate.UNCLEAR, "interrupted while waiting for an answer", e);
    } catch (TransportException e) {
      throw e;
    } catch (IOException e) {
      throw new TransportException(fateOf(e), "no answer from " + place(supplier), e);
    }
  }

  private static BodyPublisher publisher(MessageBody message) {
    var octets =
        BodyPublishers.ofInputStream(
            () -> {
              try {
                return message.open();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return BodyPublishers.fromPublisher(octets, message.length());
  }

  private InputStream answer(HttpResponse<InputStream> response) throws IOException {
    if (WITH_OSCI_BODY.contains(response.statusCode())) {
      return new DeadlineInputStream(response.body(), timeouts.whole());
    }
    response.body().close();
    int status = response.statusCode();
    var fate = BUSY.contains(status) ? Fate.NOT_SENT : status > 500 ? Fate.UNCLEAR : Fate.REFUSED;
    throw new TransportException(fate, "HTTP status " + status);
  }

  private static Fate fateOf(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof SSLHandshakeException) {
        return Fate.NOT_SENT;
      }
    }
    return Fate.UNCLEAR;
  }

  /** Without user and query: they may be secrets. */
  private static String place(URI uri) {
    return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
  }
}
