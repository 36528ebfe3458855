package de.amtsbote.osci.spool;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.io.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A file of chunks, each sealed with AES-256-GCM under a key that lives in this object only. */
final class EncryptedFile {

  static final int CHUNK = 64 * 1024;
  private static final int TAG = 16;
  private static final int SEALED = CHUNK + TAG;

  private final Path path;
  private final FileChannel channel;
  private final SecretKeySpec key = new SecretKeySpec(CryptoProviders.random(32), "AES");
  private byte[] chunk = new byte[CHUNK];
  private byte[] result = new byte[SEALED];
  private Cipher sealing;
  private int filled;
  private long chunks;

  EncryptedFile(Path path) throws IOException {
    this.path = path;
    try {
      sealing = cipher();
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  void write(byte[] octets, int offset, int count) throws IOException {
    int from = offset;
    int left = count;
    while (left > 0) {
      int take = Math.min(left, CHUNK - filled);
      System.arraycopy(octets, from, chunk, filled, take);
      filled += take;
      from += take;
      left -= take;
      if (filled == CHUNK) {
        seal();
      }
    }
  }

  /** Ends writing, and keeps nothing of what writing needed: a message may have many such files. */
  void finish() throws IOException {
    if (filled > 0) {
      seal();
    }
    chunk = null;
    result = null;
    sealing = null;
  }

  private void seal() throws IOException {
    int count = crypt(sealing, Cipher.ENCRYPT_MODE, chunks, chunk, filled, result);
    ByteBuffer sealed = ByteBuffer.wrap(result, 0, count);
    long position = chunks * SEALED;
    try {
      while (sealed.hasRemaining()) {
        position += channel.write(sealed, position);
      }
    } catch (IOException e) {
      throw new SpoolException("A spool file cannot be written", e);
    }
    chunks++;
    filled = 0;
  }

  private static Cipher cipher() throws SpoolException {
    try {
      return CryptoProviders.cipher("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new SpoolException("A spool file cannot be sealed or opened", e);
    }
  }

  private int crypt(Cipher cipher, int mode, long number, byte[] octets, int count, byte[] target)
      throws IOException {
    try {
      byte[] nonce = ByteBuffer.allocate(12).putLong(4, number).array();
      cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
      return cipher.doFinal(octets, 0, count, target, 0);
    } catch (GeneralSecurityException e) {
      throw new SpoolException("A spool file cannot be sealed or opened", e);
    }
  }

  InputStream open(long offset, long count) throws IOException {
    return new Reader(offset, count);
  }

  void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("A spool file cannot be deleted", e);
    }
  }

  private final class Reader extends BulkInput {
    private long position;
    private final long end;
    private final Cipher opening = cipher();
    private final byte[] sealed = new byte[SEALED];
    private final byte[] current = new byte[SEALED];
    private int held;
    private long currentNumber = -1;

    Reader(long offset, long count) throws IOException {
      position = offset;
      end = offset + count;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (position >= end) {
        return -1;
      }
      long number = position / CHUNK;
      if (number != currentNumber) {
        load(number);
        currentNumber = number;
      }
      int start = (int) (position % CHUNK);
      int take = (int) Math.min(Math.min(count, held - start), end - position);
      System.arraycopy(current, start, target, offset, take);
      position += take;
      return take;
    }

    private void load(long number) throws IOException {
      ByteBuffer octets = ByteBuffer.wrap(sealed);
      while (octets.hasRemaining()
          && channel.read(octets, number * SEALED + octets.position()) > 0) {
        continue;
      }
      held = crypt(opening, Cipher.DECRYPT_MODE, number, sealed, octets.position(), current);
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
  }
}
