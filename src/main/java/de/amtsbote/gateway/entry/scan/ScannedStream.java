package de.amtsbote.gateway.entry.scan;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Content that goes to clamd piece by piece as it is read. */
final class ScannedStream extends FilterInputStream {

  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_ANSWER = 1024;

  private final Socket line;
  private final DataOutputStream scanner;
  private boolean told;

  ScannedStream(InputStream content, Socket line) throws IOException {
    super(content);
    this.line = line;
    this.scanner = new DataOutputStream(line.getOutputStream());
    scanner.write(COMMAND);
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
      scanner.writeInt(length);
      scanner.write(octets, offset, length);
    } catch (IOException e) {
      throw Clamd.unavailable("took no more of the content; it may be larger than it takes", e);
    }
  }

  private void judge() {
    String said;
    try {
      scanner.writeInt(0);
      scanner.flush();
      said = answer();
    } catch (IOException e) {
      throw Clamd.unavailable("gave no answer", e);
    }
    if (said.endsWith(" FOUND")) {
      throw new GatewayException(
          ErrorCode.CONTENT_INFECTED, "the virus scanner found " + signature(said));
    }
    if (!said.endsWith(" OK")) {
      throw Clamd.unavailable("could not tell", null);
    }
  }

  private static String signature(String said) {
    return said.replaceFirst("^stream: ", "")
        .replaceFirst(" FOUND$", "")
        .replaceAll("[^A-Za-z0-9._-]", "?");
  }

  private String answer() throws IOException {
    var octets = line.getInputStream().readNBytes(LONGEST_ANSWER);
    return new String(octets, StandardCharsets.US_ASCII).replace("\0", "").strip();
  }

  @Override
  public void close() throws IOException {
    line.close();
    super.close();
  }
}
