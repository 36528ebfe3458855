package de.amtsbote.osci.trust;

/** What evidence says about one certificate. */
sealed interface RevocationStatus {

  /** The issuer says that it is not revoked. */
  record Good(RevocationEvidence evidence) implements RevocationStatus {}

  /** The issuer says that it is revoked. */
  record Revoked(RevocationEvidence evidence, String detail) implements RevocationStatus {}

  /** There is no usable evidence. */
  record Unknown(String detail) implements RevocationStatus {}
}
