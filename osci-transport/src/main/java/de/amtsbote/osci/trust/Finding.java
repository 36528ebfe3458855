package de.amtsbote.osci.trust;

/** One thing that is wrong with a certificate, or that could not be established. */
public enum Finding {
  /** The certificate, or one above it, is past its end of validity. */
  EXPIRED,
  /** The certificate, or one above it, is before its begin of validity. */
  NOT_YET_VALID,
  /** No configured anchor stands above the certificate. */
  UNKNOWN_CA,
  /** An issuer was found, but its signature over the certificate does not verify. */
  CA_SIGNATURE_INVALID,
  /** The certificate, or one above it, was revoked by its issuer. */
  REVOKED,
  /** Nobody could say whether the certificate is revoked. */
  REVOCATION_UNKNOWN,
  /** The key usage extension does not allow what the certificate is used for. */
  WRONG_KEY_USAGE,
  /** The path breaks a constraint: an issuer that is no CA, a name or length limit, a weak key. */
  PATH_INVALID
}
