package de.amtsbote.gateway.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Reads a part once: hashes the plain bytes and puts the sealed chunks into the spool. */
final class PartSealer {

  private final PartCipher cipher;
  private final ChunkSpool spool;
  private final byte[] buffer = new byte[PartCipher.CHUNK_SIZE];

  PartSealer(PartCipher cipher, ChunkSpool spool) {
    this.cipher = cipher;
    this.spool = spool;
  }

  SealedPart seal(int number, PartRole role, String name, String mediaType, InputStream content)
      throws IOException {
    var digest = Sha256.start();
    var chunks = 0;
    long size = 0;
    try (var source = new PushbackInputStream(content, 1)) {
      boolean last;
      do {
        var length = source.readNBytes(buffer, 0, buffer.length);
        last = isAtEnd(source);
        digest.update(buffer, 0, length);
        append(cipher.seal(number, chunks++, last, buffer, length));
        size += length;
      } while (!last);
    }
    return new SealedPart(new Part(number, role, name, mediaType, size, hex(digest)), chunks);
  }

  private void append(byte[] held) {
    try {
      spool.append(held);
    } catch (IOException e) {
      throw new GatewayException(ErrorCode.STORAGE_FULL, "the spool cannot be written", e);
    }
  }

  private static boolean isAtEnd(PushbackInputStream source) throws IOException {
    var next = source.read();
    if (next < 0) {
      return true;
    }
    source.unread(next);
    return false;
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
