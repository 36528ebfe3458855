package de.amtsbote.osci.content;

import de.amtsbote.osci.spool.SpoolFile;

/**
 * An attachment as it travels (decoded from Base64, still encrypted), fit to be stored and sent
 * again unchanged.
 *
 * @param name Content-ID without angle brackets
 * @param octets the transferred octets
 */
public record StoredPart(String name, SpoolFile octets) implements AutoCloseable {

  @Override
  public void close() {
    octets.close();
  }
}
