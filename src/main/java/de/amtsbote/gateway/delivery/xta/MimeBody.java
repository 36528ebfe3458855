package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.v31.ContainerXml;
import de.amtsbote.gateway.xta.v31.EnvelopeXml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** An envelope and the parts that it refers to (MTOM), streamed with a length known beforehand. */
final class MimeBody implements CallBody {

  private static final String ROOT = "envelope@amtsbote";

  private final String boundary;
  private final List<XtaContent> parts;

  /**
   * A body.
   *
   * @param unique what no sender can know when composing a part
   */
  MimeBody(String unique, List<XtaContent> parts) {
    this.boundary = "amtsbote-" + unique;
    this.parts = parts;
  }

  /** The Content-ID of a part. */
  private static String contentId(int number) {
    return "part-" + number + "@amtsbote";
  }

  @Override
  public Element element() {
    var references = new ArrayList<ContainerXml.Reference>();
    for (var i = 0; i < parts.size(); i++) {
      references.add(new ContainerXml.Reference(parts.get(i).part(), contentId(i)));
    }
    return EnvelopeXml.container(references);
  }

  @Override
  public String contentType(String action) {
    return "multipart/related; type=\"application/xop+xml\"; boundary=\"%s\"; start=\"<%s>\"; start-info=\"application/soap+xml\"; action=\"%s\""
        .formatted(boundary, ROOT, action);
  }

  @Override
  public BodyPublisher with(byte[] envelope) {
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
        pieces.add(BodyPublishers.ofInputStream(() -> open(part, 0)));
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

  /** The octets of a part, without so many at its beginning. */
  static InputStream open(XtaContent part, long start) {
    try {
      var octets = part.source().open();
      octets.skipNBytes(start);
      return octets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
