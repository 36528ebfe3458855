package de.amtsbote.gateway.entry.scan;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.VirusScanner;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Streams content to clamd with INSTREAM (clamd(8)); nothing of it is kept for that. */
final class Clamd implements VirusScanner {

  private final ScannerProperties settings;

  Clamd(ScannerProperties settings) {
    this.settings = settings;
  }

  @Override
  public InputStream scanned(InputStream content) {
    try {
      var timeout = Math.toIntExact(settings.timeout().toMillis());
      var line = new Socket();
      try {
        line.connect(new InetSocketAddress(settings.host(), settings.port()), timeout);
        line.setSoTimeout(timeout);
        return new ScannedStream(content, line);
      } catch (IOException e) {
        line.close();
        throw e;
      }
    } catch (IOException e) {
      throw unavailable("does not answer", e);
    }
  }

  static GatewayException unavailable(String what, IOException cause) {
    return new GatewayException(ErrorCode.SCANNER_UNAVAILABLE, "the virus scanner " + what, cause);
  }
}
