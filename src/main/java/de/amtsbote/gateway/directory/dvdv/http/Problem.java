package de.amtsbote.gateway.directory.dvdv.http;

import java.util.regex.Pattern;

/** A problem document of the DVDV; its type is what to switch on. */
record Problem(String type, String title, Integer status, String detail, String instance) {

  private static final String MEDIA_TYPE = "application/problem+json";
  private static final Pattern NOTHING_FOUND = Pattern.compile("50\\d\\d:.*", Pattern.DOTALL);
  private static final int LONGEST = 300;

  static boolean isOne(RawAnswer answer) {
    return answer.mediaType().equals(MEDIA_TYPE);
  }

  static Problem of(RawAnswer answer) throws DvdvFailure {
    return DvdvJson.read(DvdvJson.tree(answer.body()), Problem.class);
  }

  /** Whether it says that nothing was found (types are relative addresses; codes 5005, 5009 …). */
  boolean isNothingFound() {
    return "ENTITY_NOT_FOUND".equals(kind())
        || kind().isEmpty() && detail != null && NOTHING_FOUND.matcher(detail).matches();
  }

  /** The last segment of the type. */
  String kind() {
    return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
  }

  /** For people: type and detail, bounded. */
  String text() {
    var plain = (detail == null ? "" : detail).replaceAll("\\p{Cntrl}+", " ");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
