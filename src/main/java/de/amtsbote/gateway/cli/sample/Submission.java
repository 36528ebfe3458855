package de.amtsbote.gateway.cli.sample;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The body of a request that hands an application in; files are streamed. */
public final class Submission {

  private Submission() {}

  /** Makes the request a POST of the payload, as a form when there are attachments. */
  public static HttpRequest.Builder of(
      HttpRequest.Builder request, BodyPublisher payload, List<Attachment> attachments)
      throws FileNotFoundException {
    if (attachments.isEmpty()) {
      return request.header("Content-Type", "application/xml").POST(payload);
    }
    String boundary = "part-" + UUID.randomUUID();
    return request
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(form(payload, attachments, boundary));
  }

  private static BodyPublisher form(
      BodyPublisher payload, List<Attachment> attachments, String boundary)
      throws FileNotFoundException {
    List<BodyPublisher> parts = new ArrayList<>();
    parts.add(text(head(boundary, "payload", "payload.xml", "application/xml")));
    parts.add(payload);
    for (Attachment attachment : attachments) {
      parts.add(
          text("\r\n" + head(boundary, "attachment", attachment.name(), attachment.mediaType())));
      parts.add(BodyPublishers.ofFile(attachment.content()));
    }
    parts.add(text("\r\n--" + boundary + "--\r\n"));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private static String head(String boundary, String part, String fileName, String mediaType) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            .formatted(boundary, part, fileName)
        + "Content-Type: %s\r\n\r\n".formatted(mediaType);
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
