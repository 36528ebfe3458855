package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a partner is reached over OSCI-Transport.
 *
 * @param addressee whose mailbox it is, or whose server takes what is pushed; often the reader too
 * @param cipherCertificate the reader's: what content is encrypted for
 * @param signatureCertificates what the partner signs with, where it is known; several while one
 *     takes the place of another
 * @param demands what the partner's service wants messages to look like
 * @param recipient where the intermediary brings messages to; empty for a mailbox
 * @param legacy whether what it signs may use algorithms that are refused else
 */
public record OsciChannel(
    Intermediary intermediary,
    X509Certificate addressee,
    X509Certificate cipherCertificate,
    Set<X509Certificate> signatureCertificates,
    Demands demands,
    Optional<URI> recipient,
    boolean legacy) {

  public OsciChannel {
    signatureCertificates = Set.copyOf(signatureCertificates);
  }

  /**
   * Whether the partner and nobody else has signed; false where nobody knows what he signs with.
   *
   * @param signers SHA-1 of the certificates that signed
   */
  public boolean hasSignedAlone(Set<String> signers) {
    return !signers.isEmpty()
        && signatureCertificates.stream()
            .map(Fingerprint::of)
            .collect(Collectors.toSet())
            .containsAll(signers);
  }
}
