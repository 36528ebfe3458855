package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What the head of a submission says, checked before its body is read.
 *
 * @param idempotencyKey null without
 * @param reader null without
 * @param service null without
 * @param processRef what the sender calls its case; null without
 * @param traceparent null without, or when it is none
 */
public record RequestHead(
    MediaType mediaType,
    String idempotencyKey,
    String reader,
    String service,
    String processRef,
    String traceparent) {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final int LONGEST_NAME = 255;
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * Reads and checks the head.
   *
   * @throws GatewayException {@link ErrorCode#MEDIA_TYPE_UNKNOWN}, {@link
   *     ErrorCode#PARAMETER_INVALID}
   */
  public static RequestHead of(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
      throw new GatewayException(
          ErrorCode.MEDIA_TYPE_UNKNOWN, "a Content-Encoding is not taken; send it plain");
    }
    var trace = request.getHeader("traceparent");
    return new RequestHead(
        mediaType(request.getContentType()),
        matching("Idempotency-Key", request.getHeader("Idempotency-Key"), KEY),
        name("Amtsbote-Reader", request.getHeader("Amtsbote-Reader")),
        name("Amtsbote-Service", request.getHeader("Amtsbote-Service")),
        name("Amtsbote-Process-Ref", request.getHeader("Amtsbote-Process-Ref")),
        trace != null && TRACE.matcher(trace).matches() ? trace : null);
  }

  /** True when the body has parts. */
  public boolean isMultipart() {
    return "multipart".equals(mediaType.getType());
  }

  /** True when documents of this type are XML. */
  public static boolean isXml(MediaType type) {
    var subtype = type.getSubtype();
    return ("application".equals(type.getType()) || "text".equals(type.getType()))
            && "xml".equals(subtype)
        || subtype.endsWith("+xml");
  }

  /**
   * True when the body is JSON; a type that only sounds like it, such as {@code
   * application/json+xml}, is XML.
   *
   * @throws GatewayException {@link ErrorCode#MEDIA_TYPE_UNKNOWN}
   */
  public static boolean isJson(HttpServletRequest request) {
    return request.getContentType() != null
        && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(parse(request.getContentType()));
  }

  /** XML, or a ZIP container with the message in it. */
  public static boolean isPayload(MediaType type) {
    var zip = Set.of("zip", "x-zip-compressed").contains(type.getSubtype());
    return isXml(type) || ("application".equals(type.getType()) && zip);
  }

  /** A value that names somebody, when it is given. */
  public static String name(String what, String value) {
    var name = value == null ? null : value.strip();
    if (name != null && !Readable.is(name, 1, LONGEST_NAME)) {
      throw invalid(what);
    }
    return name;
  }

  /**
   * Reads a Content-Type.
   *
   * @throws GatewayException {@link ErrorCode#MEDIA_TYPE_UNKNOWN}
   */
  public static MediaType parse(String contentType) {
    if (!PRINTABLE.matcher(contentType).matches()) {
      throw new GatewayException(
          ErrorCode.MEDIA_TYPE_UNKNOWN, "the Content-Type has forbidden characters");
    }
    try {
      return MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException e) {
      throw new GatewayException(ErrorCode.MEDIA_TYPE_UNKNOWN, "the Content-Type is malformed", e);
    }
  }

  private static MediaType mediaType(String contentType) {
    if (contentType == null) {
      throw new GatewayException(ErrorCode.MEDIA_TYPE_UNKNOWN, "there is no Content-Type");
    }
    var type = parse(contentType);
    var multipart =
        MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type)
            || MediaType.MULTIPART_MIXED.equalsTypeAndSubtype(type);
    if (!multipart && !isPayload(type)) {
      throw new GatewayException(
          ErrorCode.MEDIA_TYPE_UNKNOWN, type.getType() + "/" + type.getSubtype());
    }
    return type;
  }

  private static String matching(String what, String value, Pattern pattern) {
    if (value != null && !pattern.matcher(value).matches()) {
      throw invalid(what);
    }
    return value;
  }

  private static GatewayException invalid(String what) {
    return new GatewayException(
        ErrorCode.PARAMETER_INVALID, what + " is empty, too long or has forbidden characters");
  }
}
