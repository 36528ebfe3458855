package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.OutputStream;

/** Decodes the Base64 text written to it; close it to check that the text is complete. */
public final class Base64DecodingOutput extends OutputStream {

  private final Base64Decoder decoder = new Base64Decoder();
  private final OutputStream out;
  private byte[] buffer = new byte[0];

  /** Writes the decoded octets to a stream that stays open. */
  public Base64DecodingOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int count) throws IOException {
    if (buffer.length < Base64Decoder.bound(count)) {
      buffer = new byte[Base64Decoder.bound(count)];
    }
    int decoded = decoder.decode(octets, offset, count, buffer);
    out.write(buffer, 0, decoded);
  }

  @Override
  public void close() throws IOException {
    decoder.finish();
  }
}
