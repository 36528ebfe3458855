package de.amtsbote.acceptance.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multipart bodies as bytes, small enough for tests to hold. */
public final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  private Multipart() {}

  /** The boundary of {@link #form}. */
  public static final String BOUNDARY_OF_FORMS = "boundary-of-an-acceptance-test";

  /** A form with parts one after the other. */
  public static byte[] form(byte[]... parts) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      form.writeBytes(("--" + BOUNDARY_OF_FORMS + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      form.writeBytes(part);
      form.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    form.writeBytes(("--" + BOUNDARY_OF_FORMS + "--\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return form.toByteArray();
  }

  /** A form field. */
  public static byte[] field(String name, String value) {
    return ("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A file in a form. */
  public static byte[] file(String name, String fileName, String mediaType, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        ("Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                + "Content-Type: %s\r\n\r\n")
            .formatted(name, fileName, mediaType)
            .getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    return part.toByteArray();
  }

  /** The bodies of the parts; a body that is not multipart is its own only part. */
  static List<byte[]> parts(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!contentType.startsWith("multipart/") || !boundary.find()) {
      return List.of(body);
    }
    String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    List<byte[]> parts = new ArrayList<>();
    for (String piece : text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
      int headersEnd = piece.indexOf("\r\n\r\n");
      if (headersEnd >= 0) {
        parts.add(piece.substring(headersEnd + 4).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return parts;
  }
}
