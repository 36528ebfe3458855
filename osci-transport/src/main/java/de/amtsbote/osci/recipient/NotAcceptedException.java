package de.amtsbote.osci.recipient;

import java.io.IOException;

/** A delivery that its recipient does not accept (9805 for its originator). */
public final class NotAcceptedException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The reason is for the log of the recipient. */
  public NotAcceptedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
