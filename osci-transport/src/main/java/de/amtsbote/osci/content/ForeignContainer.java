package de.amtsbote.osci.content;

import de.amtsbote.osci.model.RoleCertificate;
import java.util.List;

/**
 * An encrypted container that none of the keys opens.
 *
 * @param id of its EncryptedData element; null if it has none
 * @param readers for whom it is
 */
public record ForeignContainer(String id, List<RoleCertificate> readers) {

  /** Copies the readers. */
  public ForeignContainer {
    readers = List.copyOf(readers);
  }
}
