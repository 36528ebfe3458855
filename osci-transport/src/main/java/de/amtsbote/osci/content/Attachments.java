package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plain attachments of one container tree, with digests made as signatures ask for them. */
final class Attachments {

  record Plain(SpoolFile octets, EncryptionFacts encryption) {}

  private record Key(String name, DigestAlgorithm algorithm) {}

  private final Map<String, Plain> plain = new HashMap<>();
  private final Map<Key, byte[]> digests = new HashMap<>();

  void put(String name, SpoolFile octets, EncryptionFacts encryption) {
    plain.put(name, new Plain(octets, encryption));
  }

  void put(String name, DigestAlgorithm algorithm, byte[] digest) {
    digests.put(new Key(name, algorithm), digest);
  }

  Plain get(String name) {
    return plain.get(name);
  }

  boolean has(String name) {
    return plain.containsKey(name);
  }

  boolean matches(String name, DigestAlgorithm algorithm, byte[] value) throws IOException {
    Key key = new Key(name, algorithm);
    byte[] digest = digests.get(key);
    if (digest == null) {
      digest = digest(plain.get(name).octets(), algorithm);
      digests.put(key, digest);
    }
    return Arrays.equals(digest, value);
  }

  private static byte[] digest(SpoolFile octets, DigestAlgorithm algorithm) throws IOException {
    MessageDigest digest = CryptoProviders.digest(algorithm);
    try (InputStream in = octets.open()) {
      Streams.copy(in, new DigestOutput(List.of(digest)));
    }
    return digest.digest();
  }
}
