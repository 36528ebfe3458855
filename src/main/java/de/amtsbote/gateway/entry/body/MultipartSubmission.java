package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.springframework.http.MediaType;

/**
 * Streams the parts of a multipart body to where they are kept, in the order in which they come.
 */
public final class MultipartSubmission {

  private static final int MAX_HEADER = 8 * 1024;
  private static final int MAX_FIELD = 1024;

  /** Where the parts go. */
  @FunctionalInterface
  public interface Taker {

    /** Takes a part, to its end. */
    Part add(PartRole role, String name, String mediaType, InputStream content) throws IOException;
  }

  private final Taker taker;
  private final int maxParts;
  private final Set<String> allowed;
  private final Set<String> attachments = new HashSet<>();
  private final Map<String, String> fields = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private boolean hasPayload;

  /**
   * Reads into an intake, or wherever else the parts go.
   *
   * @param maxParts most parts
   * @param allowed names of form fields that may come along
   */
  public MultipartSubmission(Taker taker, int maxParts, Set<String> allowed) {
    this.taker = taker;
    this.allowed = Set.copyOf(allowed);
    this.maxParts = maxParts;
  }

  /**
   * Reads the body to its closing boundary.
   *
   * @throws GatewayException {@link ErrorCode#MULTIPART_BROKEN}, {@link ErrorCode#PART_UNEXPECTED}
   *     and others that say what is wrong with a part
   */
  public void read(MediaType type, InputStream body) throws IOException {
    var boundary = type.getParameter("boundary");
    if (boundary == null || boundary.isEmpty() || boundary.length() > 72) {
      throw broken("the Content-Type names no boundary");
    }
    var unquoted = boundary.replaceAll("^\"|\"$", "");
    try {
      readParts(
          MultipartInput.builder()
              .setInputStream(body)
              .setBoundary(unquoted.getBytes(StandardCharsets.ISO_8859_1))
              .setMaxPartHeaderSize(MAX_HEADER)
              .get());
    } catch (MultipartInput.MalformedStreamException e) {
      throw new GatewayException(
          ErrorCode.MULTIPART_BROKEN, "the body ends before its closing boundary", e);
    } catch (FileUploadException e) {
      throw new GatewayException(ErrorCode.MULTIPART_BROKEN, "the header of a part is too long", e);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.MULTIPART_BROKEN, "the boundary is not usable", e);
    }
  }

  /**
   * Refuses a body without a document.
   *
   * @throws GatewayException {@link ErrorCode#PAYLOAD_MISSING}
   */
  public void requirePayload() {
    if (!hasPayload) {
      throw new GatewayException(ErrorCode.PAYLOAD_MISSING, "no part is named payload");
    }
  }

  /** The parts that are in the intake now, in their order. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /** The value of a form field; null when there was none. */
  public String field(String name) {
    return fields.get(name);
  }

  private void readParts(MultipartInput input) throws IOException {
    input.setHeaderCharset(StandardCharsets.UTF_8);
    var more = input.skipPreamble();
    if (!more) {
      throw broken("the boundary never comes");
    }
    for (var number = 0; more; number++) {
      if (number == maxParts) {
        throw new GatewayException(ErrorCode.PART_UNEXPECTED, "more than " + maxParts + " parts");
      }
      var head = PartHead.parse(input.readHeaders());
      try (var content = input.newInputStream()) {
        take(head, content);
      }
      more = input.readBoundary();
    }
  }

  private void take(PartHead head, InputStream content) throws IOException {
    if (allowed.contains(head.name())) {
      field(head.name(), content);
      return;
    }
    switch (head.name()) {
      case "payload" -> payload(head, content);
      case "attachment" -> attachment(head, content);
      default ->
          throw unexpected(
              "a part is not named payload, attachment, "
                  + String.join(", ", new TreeSet<>(allowed)));
    }
  }

  private void payload(PartHead head, InputStream content) throws IOException {
    if (hasPayload) {
      throw unexpected("there are two parts named payload");
    }
    hasPayload = true;
    var type = head.mediaType("application/xml");
    if (!RequestHead.isPayload(type)) {
      throw new GatewayException(
          ErrorCode.MEDIA_TYPE_UNKNOWN,
          "the part payload is " + type.getType() + "/" + type.getSubtype());
    }
    var part = taker.add(PartRole.PAYLOAD, head.fileName("payload"), type.toString(), content);
    parts.add(part);
    if (part.size() == 0) {
      throw new GatewayException(ErrorCode.BODY_EMPTY, "the part payload is empty");
    }
  }

  private void attachment(PartHead head, InputStream content) throws IOException {
    var name = head.fileName("attachment-" + (attachments.size() + 1));
    if (!attachments.add(name)) {
      throw unexpected("two attachments have the same file name");
    }
    var type = head.mediaType("application/octet-stream");
    parts.add(taker.add(PartRole.ATTACHMENT, name, type.toString(), content));
  }

  private void field(String name, InputStream content) throws IOException {
    var bytes = content.readNBytes(MAX_FIELD + 1);
    if (bytes.length > MAX_FIELD || fields.containsKey(name)) {
      throw unexpected("the field " + name + " is too long or given twice");
    }
    fields.put(name, RequestHead.name(name, new String(bytes, StandardCharsets.UTF_8)));
  }

  private static GatewayException unexpected(String details) {
    return new GatewayException(ErrorCode.PART_UNEXPECTED, details);
  }

  private static GatewayException broken(String details) {
    return new GatewayException(ErrorCode.MULTIPART_BROKEN, details);
  }
}
