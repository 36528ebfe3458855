package de.amtsbote.osci.content;

import java.util.List;

/** The delivery of a message. */
public sealed interface ContentPackage {

  /** A message that carries nothing. */
  ContentPackage EMPTY = new Composed(List.of(), List.of());

  /**
   * A delivery to be signed and encrypted while composing.
   *
   * @param encrypted containers for readers
   * @param plain containers that everybody may read
   */
  record Composed(List<EncryptedContainer> encrypted, List<ContentContainer> plain)
      implements ContentPackage {

    /** Copies the lists. */
    public Composed {
      encrypted = List.copyOf(encrypted);
      plain = List.copyOf(plain);
    }
  }

  /**
   * A delivery that was received and goes on unchanged; whoever composes keeps the spool files open
   * until the message is sent, and closes them.
   *
   * @param elements encrypted data and containers in message order
   * @param parts attachments
   */
  record Stored(List<StoredElement> elements, List<StoredPart> parts) implements ContentPackage {

    /** Copies the lists. */
    public Stored {
      elements = List.copyOf(elements);
      parts = List.copyOf(parts);
    }
  }

  /** One encrypted container. */
  static ContentPackage of(EncryptedContainer container) {
    return new Composed(List.of(container), List.of());
  }

  /** One plain container. */
  static ContentPackage of(ContentContainer container) {
    return new Composed(List.of(), List.of(container));
  }
}
