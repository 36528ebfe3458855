package de.amtsbote.osci.content;

/** One entry of an outgoing content container. */
public sealed interface OutgoingContent {

  /** Its reference id, unique in the message. */
  String refId();

  /** Data that travel Base64 coded inside of the XML. */
  record Data(String refId, ContentSource source) implements OutgoingContent {}

  /**
   * Data that travel as a MIME part; encrypted under a key of their own if the container is
   * encrypted.
   *
   * @param name of the part, unique in the message: letters, digits, dot, hyphen, underscore
   */
  record Attachment(String refId, String name, ContentSource source) implements OutgoingContent {

    /** Refuses names that cannot be part of an XML id. */
    public Attachment {
      if (!name.matches("[A-Za-z0-9._-]{1,200}")) {
        throw new IllegalArgumentException("Attachment names have letters, digits, '.', '-', '_'");
      }
    }
  }

  /** A whole container, e.g. one that an author signed before. */
  record Nested(String refId, ContentContainer container) implements OutgoingContent {}
}
