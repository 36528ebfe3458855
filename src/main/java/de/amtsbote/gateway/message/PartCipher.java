package de.amtsbote.gateway.message;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the chunks of one message with AES-256-GCM under its data key. The associated data bind
 * message, part, position and end, so that chunks can be neither exchanged nor cut off.
 */
final class PartCipher {

  /** Plain bytes of a chunk; the last one of a part may hold less. */
  static final int CHUNK_SIZE = 256 * 1024;

  /** What sealing adds to a chunk. */
  static final int SEAL_BYTES = 16;

  private static final int KEY_BYTES = 32;
  private static final int TAG_BITS = 8 * SEAL_BYTES;

  private final MessageId id;
  private final SecretKey dataKey;

  PartCipher(MessageId id, SecretKey dataKey) {
    this.id = id;
    this.dataKey = dataKey;
  }

  static SecretKey newDataKey() {
    return new SecretKeySpec(CryptoProviders.random(KEY_BYTES), "AES");
  }

  byte[] seal(int part, int chunk, boolean last, byte[] plain, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, part, chunk, last).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "a chunk cannot be encrypted", e);
    }
  }

  byte[] open(int part, int chunk, boolean last, byte[] held) {
    try {
      return cipher(Cipher.DECRYPT_MODE, part, chunk, last).doFinal(held);
    } catch (AEADBadTagException e) {
      throw new GatewayException(
          ErrorCode.PART_DAMAGED, "message " + id + ", part " + part + ", chunk " + chunk, e);
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "a chunk cannot be decrypted", e);
    }
  }

  private Cipher cipher(int mode, int part, int chunk, boolean last)
      throws GeneralSecurityException {
    // a data key seals each position once, so the position is a nonce that never repeats
    var position = ByteBuffer.allocate(12).putInt(part).putInt(chunk).putInt(last ? 1 : 0).array();
    var cipher = CryptoProviders.cipher("AES/GCM/NoPadding");
    cipher.init(mode, dataKey, new GCMParameterSpec(TAG_BITS, position));
    var messageId = id.value();
    cipher.updateAAD(
        ByteBuffer.allocate(28)
            .putLong(messageId.getMostSignificantBits())
            .putLong(messageId.getLeastSignificantBits())
            .put(position)
            .array());
    return cipher;
  }
}
