package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import java.time.OffsetDateTime;

/**
 * An author who signs a container.
 *
 * @param key that signs
 * @param certificate of the key in its role (originator or other author); it must also stand among
 *     the certificates of the message
 * @param signingTime XAdES signing time to be signed with the content; null for none
 */
public record ContentSigner(
    KeyOperations key, RoleCertificate certificate, OffsetDateTime signingTime) {

  /** The originator as author. */
  public static ContentSigner originator(KeyOperations key) {
    return new ContentSigner(
        key, RoleCertificate.of(Role.ORIGINATOR, Usage.SIGNATURE, key.certificate()), null);
  }

  /** Another author; the number counts other authors from 0. */
  public static ContentSigner otherAuthor(int number, KeyOperations key) {
    return new ContentSigner(
        key,
        RoleCertificate.of(Role.OTHER_AUTHOR, number, Usage.SIGNATURE, key.certificate()),
        null);
  }

  /** This author with a signing time. */
  public ContentSigner at(OffsetDateTime time) {
    return new ContentSigner(key, certificate, time);
  }
}
