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
      return new ScannedStream(content, ScannerLine.open(settings, ScannerLine.INSTREAM));
    } catch (IOException e) {
      throw unavailable("does not answer", e);
    }
  }

  @Override
  public boolean isThere() {
    try (var line = ScannerLine.open(settings, ScannerLine.PING)) {
      return line.answer().equals("PONG");
    } catch (IOException e) {
      return false;
    }
  }

  static GatewayException unavailable(String what, IOException cause) {
    return new GatewayException(ErrorCode.SCANNER_UNAVAILABLE, "the virus scanner " + what, cause);
  }
}
