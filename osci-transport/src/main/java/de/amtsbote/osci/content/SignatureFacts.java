package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.model.RoleCertificate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * A signature that was verified: digests, value and coverage are right. Whether the signer can be
 * trusted is a question to the certificate check.
 *
 * @param algorithm signature method
 * @param digests digest methods of its references
 * @param signer certificate in its role
 * @param references URIs, sorted
 * @param signingTime signed XAdES time; null if none
 */
public record SignatureFacts(
    SignatureAlgorithm algorithm,
    Set<DigestAlgorithm> digests,
    RoleCertificate signer,
    List<String> references,
    OffsetDateTime signingTime) {

  /** Copies the collections. */
  public SignatureFacts {
    digests = Set.copyOf(digests);
    references = List.copyOf(references);
  }
}
