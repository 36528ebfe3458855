package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Values that nobody can guess. */
final class Nonces {

  private Nonces() {}

  /** Digits only, as the schema demands. */
  static String conversationId() {
    long number = ByteBuffer.wrap(CryptoProviders.random(Long.BYTES)).getLong();
    return Long.toString(number & Long.MAX_VALUE);
  }

  static String challenge() {
    return Base64.getEncoder().encodeToString(CryptoProviders.random(16));
  }
}
