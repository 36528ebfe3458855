package de.amtsbote.gateway.message;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, the digest that names content, tokens and certificates everywhere in the gateway. */
public final class Sha256 {

  private Sha256() {}

  /** A new digest. */
  public static MessageDigest start() {
    return CryptoProviders.digest(DigestAlgorithm.SHA256);
  }

  /** The digest of octets. */
  public static byte[] of(byte[] octets) {
    return start().digest(octets);
  }

  /** The digest of octets in lower case hexadecimal digits. */
  public static String hex(byte[] octets) {
    return HexFormat.of().formatHex(of(octets));
  }

  /** The digest of a text in UTF-8, in lower case hexadecimal digits. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
