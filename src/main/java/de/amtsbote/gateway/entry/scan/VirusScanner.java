package de.amtsbote.gateway.entry.scan;

import java.io.IOException;
import java.io.InputStream;

/** Looks at content while it is read. */
@FunctionalInterface
public interface VirusScanner {

  /** Looks at nothing. */
  VirusScanner NONE = content -> content;

  /**
   * The same content; before its end is told, the scanner has had its say.
   *
   * @throws de.amtsbote.gateway.message.GatewayException SCANNER_UNAVAILABLE; while it is read also
   *     CONTENT_INFECTED
   */
  InputStream scanned(InputStream content) throws IOException;
}
