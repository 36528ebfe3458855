package de.amtsbote.osci.content;

import java.util.List;
import java.util.Optional;

/**
 * A content container that was decrypted and whose signatures, if it has any, were all verified and
 * cover everything in it.
 *
 * @param id its reference id
 * @param items data, attachments, nested containers in message order
 * @param signatures of its authors; empty if it is unsigned
 * @param encryption how it was encrypted; null if it was plain
 * @param encrypted nested encrypted containers that the keys opened
 * @param foreign nested encrypted containers for other readers
 */
public record OpenedContainer(
    String id,
    List<OpenedItem> items,
    List<SignatureFacts> signatures,
    EncryptionFacts encryption,
    List<OpenedContainer> encrypted,
    List<ForeignContainer> foreign) {

  /** Copies the lists. */
  public OpenedContainer {
    items = List.copyOf(items);
    signatures = List.copyOf(signatures);
    encrypted = List.copyOf(encrypted);
    foreign = List.copyOf(foreign);
  }

  /** Whether at least one author signed all of it. */
  public boolean isSigned() {
    return !signatures.isEmpty();
  }

  /** How it was encrypted, if it was. */
  public Optional<EncryptionFacts> encryptedWith() {
    return Optional.ofNullable(encryption);
  }

  /** The entry with this reference id. */
  public Optional<OpenedItem> item(String refId) {
    return items.stream().filter(item -> refId.equals(item.refId())).findFirst();
  }
}
