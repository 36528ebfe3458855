package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * The header of one part of a multipart body.
 *
 * @param name name of the part, never null
 * @param givenFileName null without
 * @param contentType null without
 */
public record PartHead(String name, String givenFileName, String contentType) {

  /**
   * Reads the header lines of a part.
   *
   * @throws GatewayException {@link ErrorCode#MULTIPART_BROKEN}
   */
  public static PartHead parse(String header) {
    String disposition = null;
    String type = null;
    if (header.replace("\r\n", "").chars().anyMatch(each -> each < ' ' && each != '\t')) {
      throw new GatewayException(
          ErrorCode.MULTIPART_BROKEN, "the header of a part has forbidden characters");
    }
    // a line that begins with a blank continues the one before
    for (var line : header.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        var value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
          case "content-disposition" -> disposition = value;
          case "content-type" -> type = value;
          default -> {
            // other fields say nothing about the part that matters here
          }
        }
      }
    }
    var parsed = disposition(disposition);
    if (parsed.getName() == null) {
      throw new GatewayException(ErrorCode.MULTIPART_BROKEN, "a part has no name");
    }
    return new PartHead(parsed.getName(), parsed.getFilename(), type);
  }

  /**
   * The type of the content.
   *
   * @param otherwise when none is given
   */
  public MediaType mediaType(String otherwise) {
    return RequestHead.parse(contentType == null ? otherwise : contentType);
  }

  /**
   * The file name without any path.
   *
   * @param otherwise when none is given
   */
  public String fileName(String otherwise) {
    if (givenFileName == null) {
      return otherwise;
    }
    var name = givenFileName.substring(1 + Math.max(lastOf('/'), lastOf('\\'))).strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return otherwise;
    }
    return RequestHead.name("the file name of a part", name);
  }

  private int lastOf(char separator) {
    return givenFileName.lastIndexOf(separator);
  }

  private static ContentDisposition disposition(String value) {
    try {
      return ContentDisposition.parse(value == null ? "form-data" : value);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.MULTIPART_BROKEN, "a Content-Disposition is malformed", e);
    }
  }
}
