package de.amtsbote.gateway.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** An unambiguous way to put texts into a digest. */
public final class Digests {

  private Digests() {}

  /** Adds a text with its length in front, so that no two sequences of texts look alike. */
  public static void add(MessageDigest digest, String text) {
    var bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).array());
    if (bytes != null) {
      digest.update(bytes);
    }
  }
}
