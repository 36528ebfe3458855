package de.amtsbote.gateway.message;

import java.io.IOException;
import java.io.InputStream;

/** Looks at what comes in while it is read, on whatever way it comes. */
@FunctionalInterface
public interface VirusScanner {

  /** Looks at nothing. */
  VirusScanner NONE = content -> content;

  /**
   * The same content; before its end is told, the scanner has had its say.
   *
   * @throws GatewayException {@link ErrorCode#SCANNER_UNAVAILABLE}; while it is read also {@link
   *     ErrorCode#CONTENT_INFECTED} and {@link ErrorCode#CONTENT_UNSCANNABLE}, when the scanner is
   *     there and cannot judge this content
   */
  InputStream scanned(InputStream content) throws IOException;

  /** Whether it is there now, whatever it says of some content. */
  default boolean isThere() {
    return true;
  }
}
