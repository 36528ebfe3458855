package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.v31.EnvelopeXml;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.w3c.dom.Element;

/** Calls an XTA server over mutual TLS; its name is checked against its certificate, always. */
final class XtaClient {

  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  private final HttpClient http;
  private final Duration answerTimeout;

  XtaClient(SSLContext tls, Duration connectTimeout, Duration answerTimeout) {
    this.answerTimeout = answerTimeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .sslContext(tls)
            .build();
  }

  /**
   * A call with a small answer.
   *
   * @throws XtaException what the server refused with
   * @throws IOException when nobody knows what became of the call
   */
  EnvelopeXml.Answer call(URI port, XtaOperation operation, List<Element> headers, CallBody body)
      throws IOException {
    var answer = new EnvelopeXml.Answer[1];
    call(
        port,
        operation,
        headers,
        body,
        (type, octets) -> {
          var mime = MimeAnswer.of(type, octets);
          answer[0] = EnvelopeXml.answer(bounded(mime.envelope()), mime.parts());
        });
    return answer[0];
  }

  /** A call whose answer is read while it comes in. */
  void call(
      URI port,
      XtaOperation operation,
      List<Element> headers,
      CallBody body,
      XtaRemote.Octets answer)
      throws IOException {
    var envelope = EnvelopeXml.call(operation, port.toString(), headers, body.element());
    var request =
        HttpRequest.newBuilder(port)
            .timeout(answerTimeout)
            .header("Content-Type", body.contentType(operation.action()))
            .POST(body.with(envelope))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofInputStream());
      try (var content = response.body()) {
        closeLater(content);
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.matches("(?i)(application/soap\\+xml|multipart/related).*")) {
          throw new IOException("status " + response.statusCode() + " and no SOAP");
        }
        answer.take(type, content);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The time-out of a request ends with the head of its answer. */
  private void closeLater(InputStream content) {
    CompletableFuture.delayedExecutor(answerTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              try {
                content.close();
              } catch (IOException e) {
                // whoever reads it hears of it
              }
            });
  }

  private static byte[] bounded(InputStream content) throws IOException {
    var octets = content.readNBytes(LARGEST_ANSWER + 1);
    if (octets.length > LARGEST_ANSWER) {
      throw new IOException("the answer is larger than any answer to such a call");
    }
    return octets;
  }
}
