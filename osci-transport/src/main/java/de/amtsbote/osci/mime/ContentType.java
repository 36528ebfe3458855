package de.amtsbote.osci.mime;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A media type with its parameters, with or without quotes (RFC 2045, 5.1). Unquoted values go up
 * to the next semicolon, because boundaries of OSCI messages contain any character.
 */
record ContentType(String mediaType, Map<String, String> parameters) {

  static ContentType of(String header) throws OsciException {
    int end = end(header, 0);
    String mediaType = header.substring(0, end).trim().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new HashMap<>();
    while (end < header.length()) {
      int start = end + 1;
      end = end(header, start);
      String parameter = header.substring(start, end);
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        String name = parameter.substring(0, equals).trim().toLowerCase(Locale.ROOT);
        if (parameters.put(name, value(parameter.substring(equals + 1).trim())) != null) {
          throw new OsciException(Rule.MIME_MALFORMED, "parameter " + name + " twice");
        }
      }
    }
    return new ContentType(mediaType, parameters);
  }

  /** The next semicolon that does not stand in quotes, or the end. */
  private static int end(String header, int start) {
    boolean quoted = false;
    for (int i = start; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return header.length();
  }

  private static String value(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return text;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      if (text.charAt(i) == '\\' && i < text.length() - 2) {
        i++;
      }
      value.append(text.charAt(i));
    }
    return value.toString();
  }

  /** A parameter; null if it is absent. */
  String parameter(String name) {
    return parameters.get(name);
  }
}
