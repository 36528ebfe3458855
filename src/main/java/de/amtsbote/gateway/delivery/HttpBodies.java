package de.amtsbote.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
    var body = new Body(boundary(handover));
    var names = FileNames.of(handover);
    var metadata = Metadata.of(handover, names);
    body.head("metadata", FileDrop.METADATA, "application/json");
    body.bytes(metadata);
    body.part("payload", names.get(0), handover.payload());
    for (var i = 0; i < handover.attachments().size(); i++) {
      body.part("attachment", names.get(i + 1), handover.attachments().get(i));
    }
    body.end();
    return request
        .header("Content-Type", "multipart/form-data; boundary=" + body.boundary)
        .POST(body.publisher())
        .build();
  }

  /** Drawn from the delivery id, which no sender can know when composing a part. */
  private static String boundary(Handover handover) {
    return "amtsbote-" + handover.deliveryId().replaceAll("[^A-Za-z0-9-]", "-");
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

  private static final class Body {

    private final String boundary;
    private final List<BodyPublisher> pieces = new ArrayList<>();
    private long length;

    Body(String boundary) {
      this.boundary = boundary;
    }

    void part(String field, String file, HandoverPart part) {
      head(field, file, MediaTypes.safe(part.mediaType()));
      pieces.add(stream(part));
      length += part.size();
    }

    void head(String field, String file, String mediaType) {
      bytes(
          """
          %s--%s\r
          Content-Disposition: form-data; name="%s"; filename="%s"\r
          Content-Type: %s\r
          \r
          """
              .formatted(pieces.isEmpty() ? "" : "\r\n", boundary, field, file, mediaType)
              .getBytes(StandardCharsets.UTF_8));
    }

    void end() {
      bytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes) {
      pieces.add(BodyPublishers.ofByteArray(bytes));
      length += bytes.length;
    }

    BodyPublisher publisher() {
      var all = BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
      return BodyPublishers.fromPublisher(all, length);
    }
  }
}
