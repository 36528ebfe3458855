package de.amtsbote.osci.crypto;

import java.security.GeneralSecurityException;

/**
 * A key could not be used at all, say because its token was taken out; that has nothing to do with
 * the message, which can be tried again.
 */
public final class KeyUnavailableException extends GeneralSecurityException {
  private static final long serialVersionUID = 1L;

  /** A key that failed for a reason of its own. */
  public KeyUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
