package de.amtsbote.osci.recipient;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.model.RoleCertificate;
import java.util.List;

/**
 * The answer to a delivery that was worked off at once.
 *
 * @param subject readable by the intermediary; null if none
 * @param encrypted containers for readers
 * @param plain containers that everybody may read
 * @param certificates of authors and readers besides the recipient and the originator
 * @param release run when the answer was sent, or cannot be
 */
public record Reply(
    String subject,
    List<EncryptedContainer> encrypted,
    List<ContentContainer> plain,
    List<RoleCertificate> certificates,
    Runnable release) {

  /** A reply that holds on to nothing. */
  public Reply(
      String subject,
      List<EncryptedContainer> encrypted,
      List<ContentContainer> plain,
      List<RoleCertificate> certificates) {
    this(subject, encrypted, plain, certificates, () -> {});
  }

  /** Copies the collections. */
  public Reply {
    encrypted = List.copyOf(encrypted);
    plain = List.copyOf(plain);
    certificates = List.copyOf(certificates);
  }
}
