package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.Traits;

/**
 * Who is looked for: a reader, and what is to be sent there. All but the reader may be null.
 *
 * @param reader key such as {@code ags:99000001}
 * @param service service (Leistung) or the URI of a service description
 * @param standard short name of the standard
 */
public record Wanted(
    String reader, String service, String standard, String version, String messageType) {

  /** A reader and a service, of whatever standard. */
  public static Wanted of(String reader, String service) {
    return new Wanted(reader, service, null, null, null);
  }

  /** The reader of a message. */
  public static Wanted of(String reader, String service, Traits message) {
    return new Wanted(
        reader, service, message.standard(), message.version(), message.messageType());
  }
}
