package de.amtsbote.osci.spool;

import java.io.IOException;

/** Temporary storage failed, say because it is full; no fault of the message. */
public final class SpoolException extends IOException {
  private static final long serialVersionUID = 1L;

  SpoolException(String what, Throwable cause) {
    super(what, cause);
  }
}
