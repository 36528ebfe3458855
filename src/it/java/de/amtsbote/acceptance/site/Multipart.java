package de.amtsbote.acceptance.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multipart bodies as bytes, small enough for tests to hold. */
public final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  private Multipart() {}

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
