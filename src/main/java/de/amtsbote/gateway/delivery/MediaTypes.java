package de.amtsbote.gateway.delivery;

import java.util.regex.Pattern;

/** Media types as a sender gave them, fit for a header that a Fachverfahren reads. */
public final class MediaTypes {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String QUOTED = "\"[\\x20-\\x7e&&[^\"\\\\]]*\"";

  /** RFC 9110, section 8.3.1, without escapes in quoted values. */
  private static final Pattern HARMLESS =
      Pattern.compile("%1$s/%1$s(?: *; *%1$s=(?:%1$s|%2$s))*".formatted(TOKEN, QUOTED));

  private static final String UNKNOWN = "application/octet-stream";
  private static final int LONGEST = 255;

  private MediaTypes() {}

  /** The type as it is when it can be nothing but a media type, else that of unknown bytes. */
  public static String safe(String mediaType) {
    return mediaType != null
            && mediaType.length() <= LONGEST
            && HARMLESS.matcher(mediaType).matches()
        ? mediaType
        : UNKNOWN;
  }
}
