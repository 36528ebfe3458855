package de.amtsbote.xoev;

/**
 * Author or reader as a header names it; fields that a header does not have are empty.
 *
 * @param directoryService code of the directory service, such as {@code DVDV} or {@code SAFE}
 * @param key full key within that directory, such as {@code ags:05315000}
 * @param name name of the authority
 */
public record Party(String directoryService, String key, String name) {

  /** A header that does not name this party. */
  public static final Party NONE = new Party("", "", "");

  /** The part of the key before the colon; empty when there is none. */
  public String prefix() {
    int colon = key.indexOf(':');
    return colon < 0 ? "" : key.substring(0, colon);
  }

  /** The part of the key after the colon; the whole key when there is no colon. */
  public String identifier() {
    return key.substring(key.indexOf(':') + 1);
  }

  /** True when the header says nothing about this party. */
  public boolean isEmpty() {
    return key.isEmpty() && name.isEmpty();
  }
}
