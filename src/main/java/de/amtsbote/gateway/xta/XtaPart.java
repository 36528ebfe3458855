package de.amtsbote.gateway.xta;

/**
 * What is said of a part of the content; every text but the media type may be null.
 *
 * @param mediaType never null
 * @param description for people
 * @param encoding character set
 * @param size octets; null when not said
 */
public record XtaPart(
    String mediaType,
    String description,
    String encoding,
    String filename,
    String id,
    String lang,
    Long size) {

  /** A part of which name, media type and size are known. */
  public static XtaPart of(String filename, String mediaType, long size) {
    return new XtaPart(mediaType, null, null, filename, null, null, size == 0 ? null : size);
  }
}
