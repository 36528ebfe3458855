package de.amtsbote.gateway.message;

/**
 * What the header or the submission tells about a message; each may be null.
 *
 * @param standard short name of the standard, e.g. {@code xbau}
 * @param xoevUuid the message's own UUID in its XÖV header
 */
public record Traits(
    String standard,
    String version,
    String messageType,
    String author,
    String reader,
    String service,
    String xoevUuid) {

  /** Knows nothing. */
  public static final Traits NONE = new Traits(null, null, null, null, null, null, null);

  /** Only reader and service, as given with a submission. */
  public static Traits addressedTo(String reader, String service) {
    return new Traits(null, null, null, null, reader, service, null);
  }
}
