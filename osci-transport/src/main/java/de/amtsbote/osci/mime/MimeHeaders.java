package de.amtsbote.osci.mime;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Header lines of a message or part. */
record MimeHeaders(Map<String, String> fields) {

  private static final int MAX_NAME = 1000;
  private static final List<String> RAW = List.of("7bit", "8bit", "8-bit", "binary");

  static MimeHeaders of(List<String> lines) throws OsciException {
    Map<String, String> fields = new LinkedHashMap<>();
    String last = null;
    for (String line : lines) {
      if (line.startsWith(" ") || line.startsWith("\t")) {
        if (last == null) {
          throw new OsciException(Rule.MIME_MALFORMED, "continuation without a header");
        }
        fields.merge(last, " " + line.trim(), String::concat);
        continue;
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new OsciException(Rule.MIME_MALFORMED, "header line without a name");
      }
      last = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
      if (fields.put(last, line.substring(colon + 1).trim()) != null) {
        throw new OsciException(Rule.MIME_MALFORMED, "header " + last + " twice");
      }
    }
    fields.replaceAll((name, value) -> value.trim());
    return new MimeHeaders(fields);
  }

  ContentType contentType() throws OsciException {
    return ContentType.of(fields.getOrDefault("content-type", ""));
  }

  String contentId() throws OsciException {
    String id = fields.get("content-id");
    if (id == null) {
      throw new OsciException(Rule.MIME_MALFORMED, "part without Content-ID");
    }
    return requireName(name(id));
  }

  /** A name without its brackets. */
  static String name(String id) {
    return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
  }

  /** A part travels on in other messages, so its name must stand in a line of them, too. */
  private static String requireName(String name) throws OsciException {
    if (name.length() > MAX_NAME) {
      throw new OsciException(Rule.MIME_LIMIT, "too long a Content-ID");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new OsciException(Rule.MIME_MALFORMED, "Content-ID with control characters");
    }
    return name;
  }

  /** Whether the octets are coded; older libraries say so by the media type only. */
  boolean isBase64(ContentType type) throws OsciException {
    String encoding = fields.get("content-transfer-encoding");
    if (encoding == null) {
      throw new OsciException(Rule.MIME_MALFORMED, "part without Content-Transfer-Encoding");
    }
    String lower = encoding.toLowerCase(Locale.ROOT);
    if (lower.equals("base64") || type.mediaType().equals("text/base64")) {
      return true;
    }
    if (!RAW.contains(lower)) {
      throw new OsciException(Rule.MIME_MALFORMED, "unknown Content-Transfer-Encoding");
    }
    return false;
  }
}
