package de.amtsbote.osci.trust;

/** What is done with a certificate whose revocation status cannot be established. */
public enum OfflineRule {
  /** It is not trusted. */
  REFUSE,
  /** It is trusted, and its report carries {@link Finding#REVOCATION_UNKNOWN} as a warning. */
  WARN
}
