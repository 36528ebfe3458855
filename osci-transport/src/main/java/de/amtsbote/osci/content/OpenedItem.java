package de.amtsbote.osci.content;

import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One entry of an opened container. */
public sealed interface OpenedItem {

  /** Its reference id; null if the message gives none. */
  String refId();

  /** Data or attachment: plain octets, decrypted and verified, as a stream. */
  sealed interface Octets extends OpenedItem {

    /** Plain octets; the message owns and closes them. */
    SpoolFile octets();

    /** Number of plain octets. */
    default long size() {
      return octets().length();
    }

    /** Reads the plain octets; may be called again. */
    default InputStream open() throws IOException {
      return octets().open();
    }
  }

  /** Data from the XML. */
  record Data(String refId, SpoolFile octets) implements Octets {}

  /**
   * An attachment.
   *
   * @param name Content-ID without angle brackets
   * @param encryption null if it was not encrypted by itself
   */
  record Attachment(String refId, String name, SpoolFile octets, EncryptionFacts encryption)
      implements Octets {

    /** How it was encrypted, if it was. */
    public Optional<EncryptionFacts> encrypted() {
      return Optional.ofNullable(encryption);
    }
  }

  /** A nested container. */
  record Nested(String refId, OpenedContainer container) implements OpenedItem {}
}
