package de.amtsbote.gateway.delivery.drop;

import java.io.IOException;

/** The folder of a delivery cannot be used; the text is ours and tells nothing secret. */
final class PlaceException extends IOException {

  private static final long serialVersionUID = 1L;

  PlaceException(String text, Throwable cause) {
    super(text, cause);
  }
}
