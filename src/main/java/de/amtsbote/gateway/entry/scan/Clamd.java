package de.amtsbote.gateway.entry.scan;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.VirusScanner;
import java.io.IOException;
import java.io.InputStream;

/** Streams content to clamd with INSTREAM (clamd(8)); nothing of it is kept for that. */
final class Clamd implements VirusScanner {

  private final ScannerProperties settings;

  Clamd(ScannerProperties settings) {
    this.settings = settings;
  }

  @Override
  public InputStream scanned(InputStream content) {
    try {
      return new ScannedStream(content, ScannerLine.open(settings));
    } catch (IOException e) {
      throw unavailable("does not answer", e);
    }
  }

  static GatewayException unavailable(String what, IOException cause) {
    return new GatewayException(ErrorCode.SCANNER_UNAVAILABLE, "the virus scanner " + what, cause);
  }
}
