package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.delivery.HandoverPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;

/** An envelope and the parts that it refers to (MTOM), streamed with a length known beforehand. */
final class MimeBody {

  private static final String ROOT = "envelope@amtsbote";

  private final String boundary;
  private final List<HandoverPart> parts;

  /**
   * A body.
   *
   * @param unique what no sender can know when composing a part
   */
  MimeBody(String unique, List<HandoverPart> parts) {
    this.boundary = "amtsbote-" + unique;
    this.parts = parts;
  }

  /** The Content-ID of a part. */
  static String contentId(int number) {
    return "part-" + number + "@amtsbote";
  }

  String contentType(String action) {
    return "multipart/related; type=\"application/xop+xml\"; boundary=\"%s\"; start=\"<%s>\"; start-info=\"application/soap+xml\"; action=\"%s\""
        .formatted(boundary, ROOT, action);
  }

  BodyPublisher with(byte[] envelope) {
    var pieces = new ArrayList<BodyPublisher>();
    var head =
        text(
            "--%s\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <%s>\r\n\r\n"
                .formatted(boundary, ROOT));
    pieces.add(BodyPublishers.ofByteArray(head));
    pieces.add(BodyPublishers.ofByteArray(envelope));
    long length = head.length + envelope.length;
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      var between =
          text(
              "\r\n--%s\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <%s>\r\n\r\n"
                  .formatted(boundary, contentId(i)));
      pieces.add(BodyPublishers.ofByteArray(between));
      if (part.size() > 0) {
        pieces.add(BodyPublishers.ofInputStream(() -> open(part)));
      }
      length += between.length + part.size();
    }
    var end = text("\r\n--" + boundary + "--\r\n");
    pieces.add(BodyPublishers.ofByteArray(end));
    var all = BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
    return BodyPublishers.fromPublisher(all, length + end.length);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream open(HandoverPart part) {
    try {
      return part.content().open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The envelope of an answer, which may lie in the first of several MIME parts. */
  static byte[] root(String contentType, byte[] octets) throws IOException {
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return octets;
    }
    var message = new MessageImpl();
    message.setExchange(new ExchangeImpl());
    message.put(Message.CONTENT_TYPE, contentType);
    message.setContent(InputStream.class, new ByteArrayInputStream(octets));
    new AttachmentDeserializer(message).initializeAttachments();
    return message.getContent(InputStream.class).readAllBytes();
  }
}
