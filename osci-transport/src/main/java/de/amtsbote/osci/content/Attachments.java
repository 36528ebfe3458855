package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plain attachments of one container tree. */
final class Attachments {

  /** A plain attachment with the digests that signatures asked for; containers may share it. */
  static final class Plain {

    private final SpoolFile octets;
    private final EncryptionFacts encryption;
    private final Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);

    Plain(SpoolFile octets, EncryptionFacts encryption) {
      this.octets = octets;
      this.encryption = encryption;
    }

    SpoolFile octets() {
      return octets;
    }

    /** Null if it was not encrypted by itself. */
    EncryptionFacts encryption() {
      return encryption;
    }

    void put(DigestAlgorithm algorithm, byte[] digest) {
      digests.put(algorithm, digest);
    }

    private boolean matches(DigestAlgorithm algorithm, byte[] value) throws IOException {
      byte[] digest = digests.get(algorithm);
      if (digest == null) {
        digest = digest(algorithm);
        digests.put(algorithm, digest);
      }
      return MessageDigest.isEqual(digest, value);
    }

    private byte[] digest(DigestAlgorithm algorithm) throws IOException {
      MessageDigest digest = CryptoProviders.digest(algorithm);
      try (InputStream in = octets.open()) {
        Streams.copy(in, new DigestOutput(List.of(digest)));
      }
      return digest.digest();
    }
  }

  private final Map<String, Plain> plain = new HashMap<>();

  void put(String name, Plain attachment) {
    plain.put(name, attachment);
  }

  Plain get(String name) {
    return plain.get(name);
  }

  boolean has(String name) {
    return plain.containsKey(name);
  }

  boolean matches(String name, DigestAlgorithm algorithm, byte[] value) throws IOException {
    return plain.get(name).matches(algorithm, value);
  }
}
