package de.amtsbote.osci.content;

import de.amtsbote.osci.spool.SpoolFile;

/**
 * One child of a content package as canonical octets, fit to be stored and sent again unchanged.
 *
 * @param kind which element
 * @param id its {@code Id}; null if it has none
 * @param octets the element with its name space declarations, UTF-8, without XML declaration
 */
public record StoredElement(Kind kind, String id, SpoolFile octets) implements AutoCloseable {

  /** The children of a content package. */
  public enum Kind {
    ENCRYPTED_DATA,
    CONTENT_CONTAINER
  }

  @Override
  public void close() {
    octets.close();
  }
}
