package de.amtsbote.osci.spool;

import de.amtsbote.osci.io.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.crypto.Cipher;

/** Octets on disk, in sealed chunks, in a file that others may lie in, too. */
final class EncryptedFile {

  static final int CHUNK = 64 * 1024;
  static final int SEALED = CHUNK + ChunkCipher.TAG;

  private final Spool spool;
  private final ChunkCipher ciphers = new ChunkCipher();
  private byte[] chunk = new byte[CHUNK];
  private byte[] result = new byte[SEALED];
  private Cipher sealing = ciphers.cipher();
  private Storage storage;
  private int filled;
  private int chunks;
  private volatile boolean closed;

  EncryptedFile(Spool spool) throws IOException {
    this.spool = spool;
  }

  void write(byte[] octets, int offset, int count) throws IOException {
    int from = offset;
    int left = count;
    while (left > 0) {
      if (filled == CHUNK) {
        append();
      }
      int take = Math.min(left, CHUNK - filled);
      System.arraycopy(octets, from, chunk, filled, take);
      filled += take;
      from += take;
      left -= take;
    }
  }

  /** Ends writing, and keeps nothing of what writing needed: a message may have many such files. */
  void finish() throws IOException {
    if (storage != null) {
      append();
    } else if (filled > 0) {
      int count = seal();
      try {
        storage = spool.small(result, count);
      } catch (IOException e) {
        throw unwritable(e);
      }
      chunks++;
    }
    chunk = null;
    result = null;
    sealing = null;
  }

  private void append() throws IOException {
    int count = seal();
    try {
      if (storage == null) {
        storage = spool.large();
      }
      storage.write(result, count);
    } catch (IOException e) {
      throw unwritable(e);
    }
    chunks++;
    filled = 0;
  }

  private int seal() throws IOException {
    return ciphers.crypt(sealing, Cipher.ENCRYPT_MODE, chunks, chunk, filled, result);
  }

  private static SpoolException unwritable(IOException e) {
    return e instanceof SpoolException known
        ? known
        : new SpoolException("A spool file cannot be written", e);
  }

  InputStream open(long offset, long count) throws IOException {
    return new Reader(offset, count);
  }

  void close() {
    closed = true;
    try {
      if (storage != null) {
        storage.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A spool file cannot be deleted", e);
    }
  }

  private final class Reader extends BulkInput {
    private long position;
    private final long end;
    private final Cipher opening = ciphers.cipher();
    private final byte[] sealed;
    private final byte[] current;
    private int held;
    private int currentNumber = -1;

    Reader(long offset, long count) throws IOException {
      position = offset;
      end = offset + count;
      int room = chunks > 1 ? SEALED : filled + ChunkCipher.TAG;
      sealed = new byte[room];
      current = new byte[room];
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (closed) {
        throw new SpoolException("The spool file is closed", null);
      }
      if (count == 0) {
        return 0;
      }
      if (position >= end) {
        return -1;
      }
      int number = Math.toIntExact(position / CHUNK);
      if (number != currentNumber) {
        if (storage == null) {
          throw new SpoolException("The spool file was not written", null);
        }
        int there = storage.read(sealed, number);
        held = ciphers.crypt(opening, Cipher.DECRYPT_MODE, number, sealed, there, current);
        currentNumber = number;
      }
      int start = (int) (position % CHUNK);
      int take = (int) Math.min(Math.min(count, held - start), end - position);
      System.arraycopy(current, start, target, offset, take);
      position += take;
      return take;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
  }
}
