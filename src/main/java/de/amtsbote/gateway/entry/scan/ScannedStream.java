package de.amtsbote.gateway.entry.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that goes to clamd piece by piece as it is read. */
final class ScannedStream extends FilterInputStream {

  private final ScannerLine line;
  private boolean told;

  ScannedStream(InputStream content, ScannerLine line) {
    super(content);
    this.line = line;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    var some = super.read(target, offset, length);
    if (some > 0) {
      pass(target, offset, some);
    } else if (some < 0 && !told) {
      told = true;
      judge();
    }
    return some;
  }

  @Override
  public long skip(long octets) throws IOException {
    return readNBytes((int) Math.min(octets, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void pass(byte[] octets, int offset, int length) {
    try {
      line.send(octets, offset, length);
    } catch (IOException e) {
      var said = lastWords(e);
      if (!said.isEmpty()) {
        Verdict.require(said);
      }
      throw Clamd.unavailable("took no more of the content", e);
    }
  }

  private void judge() {
    pass(new byte[0], 0, 0);
    String said;
    try {
      said = line.answer();
    } catch (IOException e) {
      throw Clamd.unavailable("gave no answer", e);
    }
    Verdict.require(said);
  }

  /** A scanner that takes no more, as beyond its size limit, says why before it hangs up. */
  private String lastWords(IOException broken) {
    try {
      return line.answer();
    } catch (IOException e) {
      broken.addSuppressed(e);
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
    super.close();
  }
}
