package de.amtsbote.gateway.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/**
 * A hand-over as multipart/form-data: the parts metadata, payload, and attachment (any number). Its
 * length is known before its content is read, and the same hand-over gives the same bytes.
 */
public final class HandoverForm {

  private final String boundary;
  private final List<Piece> pieces = new ArrayList<>();
  private long length;

  private HandoverForm(String boundary) {
    this.boundary = boundary;
  }

  /**
   * A stretch of the body.
   *
   * @param bytes framing; null where the content of the part comes
   */
  record Piece(byte[] bytes, HandoverPart part) {}

  /** Frames a hand-over. */
  public static HandoverForm of(Handover handover) {
    var form = new HandoverForm(boundary(handover));
    var names = FileNames.of(handover);
    form.head("metadata", FileNames.METADATA, "application/json");
    form.bytes(Metadata.of(handover, names));
    form.part("payload", names.get(0), handover.payload());
    for (var i = 0; i < handover.attachments().size(); i++) {
      form.part("attachment", names.get(i + 1), handover.attachments().get(i));
    }
    form.bytes("\r\n--%s--\r\n".formatted(form.boundary).getBytes(StandardCharsets.UTF_8));
    return form;
  }

  /** The document that is its first part. */
  public static byte[] metadata(Handover handover) {
    return Metadata.of(handover, FileNames.of(handover));
  }

  /** Media type of the body, with its boundary. */
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** Bytes of the body. */
  public long length() {
    return length;
  }

  /** Writes the body, reading one part after the other. */
  public void writeTo(OutputStream out) throws IOException {
    for (var piece : pieces) {
      if (piece.bytes() != null) {
        out.write(piece.bytes());
      } else {
        try (var content = piece.part().content().open()) {
          content.transferTo(out);
        }
      }
    }
  }

  /** The body as a stream, which opens one part after the other. */
  public InputStream open() {
    return new SequenceInputStream(
        new Enumeration<>() {

          private final Iterator<Piece> rest = pieces.iterator();

          @Override
          public boolean hasMoreElements() {
            return rest.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return opened(rest.next());
          }
        });
  }

  private static InputStream opened(Piece piece) {
    try {
      return piece.bytes() == null
          ? piece.part().content().open()
          : new ByteArrayInputStream(piece.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Drawn from the delivery id, which no sender can know when composing a part. */
  private static String boundary(Handover handover) {
    return "amtsbote-" + handover.deliveryId().replaceAll("[^A-Za-z0-9-]", "-");
  }

  private void part(String field, String file, HandoverPart part) {
    head(field, file, MediaTypes.safe(part.mediaType()));
    pieces.add(new Piece(null, part));
    length += part.size();
  }

  private void head(String field, String file, String mediaType) {
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

  private void bytes(byte[] bytes) {
    pieces.add(new Piece(bytes, null));
    length += bytes.length;
  }
}
