package de.amtsbote.osci.crypto;

import de.amtsbote.osci.io.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Reads through a cipher in pieces large enough to be fast; fails where the cipher fails. */
final class CipherInput extends BulkInput {

  private static final int CHUNK = 32 * 1024;

  private final InputStream in;
  private final Cipher cipher;
  private final byte[] source = new byte[CHUNK];
  private byte[] result = new byte[CHUNK + 64];
  private int position;
  private int filled;
  private boolean ended;

  CipherInput(InputStream in, Cipher cipher) {
    this.in = in;
    this.cipher = cipher;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (position == filled) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int take = Math.min(count, filled - position);
    System.arraycopy(result, position, target, offset, take);
    position += take;
    return take;
  }

  private void fill() throws IOException {
    int read = in.readNBytes(source, 0, CHUNK);
    position = 0;
    try {
      if (read < CHUNK) {
        ended = true;
        int size = cipher.getOutputSize(read);
        result = result.length < size ? new byte[size] : result;
        filled = cipher.doFinal(source, 0, read, result, 0);
      } else {
        filled = cipher.update(source, 0, read, result, 0);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("A cipher failed", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
