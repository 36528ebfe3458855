package de.amtsbote.gateway.message;

/**
 * What an XÖV message says of itself: a resend has the same, a correction has a new UUID.
 *
 * @param author key of the author, such as {@code ags:99000001}
 * @param uuid the message's own UUID
 * @param content what a payload holds that may be packed anew with other bytes, as a SHA-256; null
 *     where its bytes are what counts
 */
public record XoevIdentity(String author, String uuid, String content) {

  /** The identity of a message whose bytes are what counts. */
  public XoevIdentity(String author, String uuid) {
    this(author, uuid, null);
  }
}
