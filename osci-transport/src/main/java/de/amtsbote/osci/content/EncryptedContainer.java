package de.amtsbote.osci.content;

import de.amtsbote.osci.model.RoleCertificate;
import java.util.List;

/**
 * A container to be encrypted for its readers.
 *
 * @param id of the EncryptedData element, unique in the message
 * @param container the plain container
 * @param readers cipher certificates in their role (addressee or other reader); they must also
 *     stand among the certificates of the message
 */
public record EncryptedContainer(
    String id, ContentContainer container, List<RoleCertificate> readers) {

  /** Copies the readers; there must be one. */
  public EncryptedContainer {
    readers = List.copyOf(readers);
    if (readers.isEmpty()) {
      throw new IllegalArgumentException("Somebody must be able to read an encrypted container");
    }
  }
}
