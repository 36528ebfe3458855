package de.amtsbote.gateway.fitconnect.jose;

import java.io.IOException;

/** A key, an encrypted or a signed text is not what it should be. */
public final class JoseException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong; never any content. */
  public JoseException(String message) {
    super(message);
  }

  /** The same with its technical cause. */
  public JoseException(String message, Throwable cause) {
    super(message, cause);
  }
}
