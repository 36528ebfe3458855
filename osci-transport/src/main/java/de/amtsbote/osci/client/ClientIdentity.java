package de.amtsbote.osci.client;

import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import java.util.List;

/**
 * Who the client is.
 *
 * @param cipher keys that open answers and contents; the certificate of the first is the client's
 *     mailbox and goes out with orders, the others are older ones
 * @param signature signs orders, and contents as their author
 */
public record ClientIdentity(List<KeyOperations> cipher, KeyOperations signature) {

  /** Refuses a client that nobody could answer. */
  public ClientIdentity {
    cipher = List.copyOf(cipher);
    if (cipher.isEmpty()) {
      throw new IllegalArgumentException("A client needs a cipher key");
    }
  }

  /** One key of each kind. */
  public static ClientIdentity of(KeyOperations cipher, KeyOperations signature) {
    return new ClientIdentity(List.of(cipher), signature);
  }

  RoleCertificates certificates() {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.CIPHER, cipher.get(0).certificate())
        .add(Role.ORIGINATOR, Usage.SIGNATURE, signature.certificate())
        .build();
  }

  /** What most orders inside of a dialog carry: the cipher certificate went out when it began. */
  RoleCertificates signatureCertificate() {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.SIGNATURE, signature.certificate())
        .build();
  }
}
