package de.amtsbote.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** Request bodies that are streamed from the store, with their length known beforehand. */
final class HttpBodies {

  private HttpBodies() {}

  /** Only the payload, as it is. */
  static HttpRequest payload(HttpRequest.Builder request, Handover handover) {
    var payload = handover.payload();
    var body =
        payload.size() == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.fromPublisher(stream(payload), payload.size());
    return request
        .header("Content-Type", MediaTypes.safe(payload.mediaType()))
        .header("Amtsbote-Sha256", payload.sha256())
        .POST(body)
        .build();
  }

  /** The parts metadata, payload, and attachment (any number), as multipart/form-data. */
  static HttpRequest multipart(HttpRequest.Builder request, Handover handover) {
    var form = HandoverForm.of(handover);
    var pieces = form.pieces().stream().map(HttpBodies::publisher).toArray(BodyPublisher[]::new);
    return request
        .header("Content-Type", form.contentType())
        .POST(BodyPublishers.fromPublisher(BodyPublishers.concat(pieces), form.length()))
        .build();
  }

  private static BodyPublisher publisher(HandoverForm.Piece piece) {
    return piece.bytes() == null ? stream(piece.part()) : BodyPublishers.ofByteArray(piece.bytes());
  }

  private static BodyPublisher stream(HandoverPart part) {
    return part.size() == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.ofInputStream(() -> open(part));
  }

  private static InputStream open(HandoverPart part) {
    try {
      return part.content().open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
