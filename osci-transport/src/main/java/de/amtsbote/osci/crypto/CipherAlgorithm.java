package de.amtsbote.osci.crypto;

import java.util.Arrays;
import java.util.Optional;

/** Symmetric ciphers of transport and content encryption. */
public enum CipherAlgorithm {
  AES128_GCM("http://www.w3.org/2009/xmlenc11#aes128-gcm", Mode.GCM, 16),
  AES192_GCM("http://www.w3.org/2009/xmlenc11#aes192-gcm", Mode.GCM, 24),
  AES256_GCM("http://www.w3.org/2009/xmlenc11#aes256-gcm", Mode.GCM, 32),
  AES128_CBC("http://www.w3.org/2001/04/xmlenc#aes128-cbc", Mode.CBC, 16),
  AES192_CBC("http://www.w3.org/2001/04/xmlenc#aes192-cbc", Mode.CBC, 24),
  AES256_CBC("http://www.w3.org/2001/04/xmlenc#aes256-cbc", Mode.CBC, 32),
  TRIPLE_DES_CBC("http://www.w3.org/2001/04/xmlenc#tripledes-cbc", Mode.CBC, 24);

  /** How blocks are chained. */
  public enum Mode {
    GCM,
    CBC
  }

  private final String uri;
  private final Mode mode;
  private final int keyLength;

  CipherAlgorithm(String uri, Mode mode, int keyLength) {
    this.uri = uri;
    this.mode = mode;
    this.keyLength = keyLength;
  }

  /** Identifier on the wire. */
  public String uri() {
    return uri;
  }

  /** Authenticated (GCM) or not (CBC). */
  public Mode mode() {
    return mode;
  }

  /** Octets of a key. */
  public int keyLength() {
    return keyLength;
  }

  /** Octets of a block. */
  public int blockLength() {
    return this == TRIPLE_DES_CBC ? 8 : 16;
  }

  /** Name of the key algorithm in the Java Cryptography Architecture. */
  public String keyAlgorithm() {
    return this == TRIPLE_DES_CBC ? "DESede" : "AES";
  }

  /** The cipher with this URI. */
  public static Optional<CipherAlgorithm> of(String uri) {
    return Arrays.stream(values()).filter(value -> value.uri.equals(uri)).findFirst();
  }
}
