package de.amtsbote.osci.recipient;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Set;

/** Decides whose orders a recipient takes. Safe for use by many threads. */
@FunctionalInterface
public interface KnownIntermediaries {

  /**
   * Whether the owner of this certificate, who has signed the order, may bring deliveries.
   *
   * @param signature its signature certificate
   * @param oldAlgorithms whether the order needed algorithms that the default policy refuses
   * @return false: the order is refused (9601)
   * @throws IOException if that cannot be told now; the order gets a fault (9000), and so it does
   *     after any RuntimeException
   */
  boolean admits(X509Certificate signature, boolean oldAlgorithms) throws IOException;

  /**
   * Those with one of these certificates, compared octet by octet; whether they are expired or
   * revoked is for the caller to check.
   */
  static KnownIntermediaries of(Set<X509Certificate> signatures) {
    var known = Set.copyOf(signatures);
    return (signature, oldAlgorithms) -> known.contains(signature);
  }
}
