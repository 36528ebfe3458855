package de.amtsbote.osci.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * What the statement about the end certificate's revocation rests on.
 *
 * @param source the kind of evidence
 * @param thisUpdate when its issuer made it
 * @param ocspResponse the encoded response, only if the source is OCSP
 */
public record RevocationEvidence(Source source, Instant thisUpdate, Optional<byte[]> ocspResponse) {

  /** Where revocation evidence comes from. */
  public enum Source {
    CRL,
    OCSP
  }
}
