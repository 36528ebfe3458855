package de.amtsbote.gateway.xta;

/**
 * Somebody who writes or reads messages.
 *
 * @param type kind of identifier, mostly {@code xoev}
 * @param id prefix and key, such as {@code ags:99000001}
 * @param name for people; null without
 * @param category role in the business scenario; null without
 */
public record XtaParty(String type, String id, String name, String category) {

  /** A party known by its XÖV identifier only. */
  public static XtaParty of(String id) {
    return new XtaParty("xoev", id, null, null);
  }
}
