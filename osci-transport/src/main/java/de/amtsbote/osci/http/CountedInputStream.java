package de.amtsbote.osci.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose length was announced: an early end is an error, not an end. */
final class CountedInputStream extends FilterInputStream {

  private long missing;

  CountedInputStream(InputStream in, long announced) {
    super(in);
    missing = announced;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    return octet < 0 ? end() : took(1, octet);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    return n < 0 ? end() : took(n, n);
  }

  private int took(int octets, int result) {
    missing -= octets;
    return result;
  }

  private int end() throws EOFException {
    if (missing > 0) {
      throw new EOFException("the body is shorter than announced");
    }
    return -1;
  }
}
