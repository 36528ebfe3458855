package de.amtsbote.osci.http;

import de.amtsbote.osci.trust.RevocationFetcher;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fetches CRLs and OCSP responses over HTTP; up to 32 MiB, no redirects. */
public final class HttpRevocationFetcher implements RevocationFetcher {

  private static final int LARGEST = 32 << 20;

  private final HttpClient client;
  private final Duration timeout;

  /** The time-out holds for one request as a whole. */
  public HttpRevocationFetcher(Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public byte[] get(URI crl) throws IOException {
    return send(HttpRequest.newBuilder(crl).timeout(timeout).GET().build());
  }

  @Override
  public byte[] post(URI responder, byte[] ocspRequest) throws IOException {
    return send(
        HttpRequest.newBuilder(responder)
            .timeout(timeout)
            .header("Content-Type", "application/ocsp-request")
            .header("Accept", "application/ocsp-response")
            .POST(BodyPublishers.ofByteArray(ocspRequest))
            .build());
  }

  private byte[] send(HttpRequest request) throws IOException {
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      try (var body = new DeadlineInputStream(response.body(), timeout)) {
        if (response.statusCode() != 200) {
          throw new IOException("HTTP status " + response.statusCode());
        }
        var octets = body.readNBytes(LARGEST + 1);
        if (octets.length > LARGEST) {
          throw new IOException("more than " + LARGEST + " octets");
        }
        return octets;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
