package de.amtsbote.gateway.fitconnect.jose;

import java.io.IOException;

/** A content is larger than it may be. */
public final class OversizeException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Names the limit in octets. */
  public OversizeException(long limit) {
    super("the limit is " + limit + " bytes");
  }
}
