package de.amtsbote.osci.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks for each primitive the fastest provider that has it: Corretto where its native library
 * loads, else the JDK, Bouncy Castle only for what neither has. Nothing is installed globally.
 *
 * <p>The system property {@value #PROPERTY} set to {@code jdk} leaves Corretto out.
 */
public final class CryptoProviders {

  /** System property that forces the fallback. */
  public static final String PROPERTY = "amtsbote.crypto";

  private static final Logger LOG = LoggerFactory.getLogger(CryptoProviders.class);
  private static final Provider CORRETTO = loadCorretto();
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private CryptoProviders() {}

  private static Provider loadCorretto() {
    if ("jdk".equals(System.getProperty(PROPERTY))) {
      LOG.info("Cryptography: JDK providers, forced by {}", PROPERTY);
      return null;
    }
    try {
      AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
      if (corretto.getLoadingError() == null) {
        LOG.info("Cryptography: Amazon Corretto Crypto Provider {}", corretto.getVersionStr());
        return corretto;
      }
      LOG.info("Cryptography: JDK providers, Corretto does not load here");
    } catch (LinkageError | IllegalStateException e) {
      LOG.info("Cryptography: JDK providers, Corretto is not available ({})", e.toString());
    }
    return null;
  }

  /** Name of the provider of the heavy primitives, for health pages and benchmarks. */
  public static String preferred() {
    return CORRETTO == null ? "JDK" : CORRETTO.getName();
  }

  /** A message digest. */
  public static MessageDigest digest(DigestAlgorithm algorithm) {
    try {
      return first(algorithm.jcaName(), MessageDigest::getInstance, MessageDigest::getInstance);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is part of every supported runtime", e);
    }
  }

  /** A cipher for a transformation. */
  public static Cipher cipher(String transformation) throws GeneralSecurityException {
    return first(transformation, Cipher::getInstance, Cipher::getInstance);
  }

  /** A cipher of the JDK, for modes that Corretto has not or does not stream. */
  public static Cipher jdkCipher(String transformation) throws GeneralSecurityException {
    return Cipher.getInstance(transformation);
  }

  /** A signature engine. */
  public static Signature signature(String name) throws GeneralSecurityException {
    return first(name, Signature::getInstance, Signature::getInstance);
  }

  /** A generator of key pairs. */
  public static KeyPairGenerator keyPairGenerator(String name) throws GeneralSecurityException {
    return first(name, KeyPairGenerator::getInstance, KeyPairGenerator::getInstance);
  }

  /** An RSA-PSS engine; Corretto knows it with SHA-2 only. */
  static Signature pss(DigestAlgorithm digest) throws GeneralSecurityException {
    return digest.jcaName().startsWith("SHA3")
        ? Signature.getInstance("RSASSA-PSS")
        : signature("RSASSA-PSS");
  }

  /** An ECDSA engine for curves that the fast providers have not, such as those of Brainpool. */
  static Signature anyCurve(DigestAlgorithm digest) throws GeneralSecurityException {
    return Signature.getInstance(
        digest.jcaName().replace("SHA-", "SHA") + "withPLAIN-ECDSA", BOUNCY_CASTLE);
  }

  /** Random octets for keys, vectors and challenges. */
  public static byte[] random(int length) {
    byte[] octets = new byte[length];
    Random.SECURE.nextBytes(octets);
    return octets;
  }

  /** The key factory provider whose keys the preferred engines use without conversion. */
  static Optional<Provider> preferredProvider() {
    return Optional.ofNullable(CORRETTO);
  }

  private static <T> T first(String name, FromProvider<T> named, FromPlatform<T> platform)
      throws GeneralSecurityException {
    if (CORRETTO != null) {
      try {
        return named.get(name, CORRETTO);
      } catch (GeneralSecurityException e) {
        LOG.trace("{} is not in Corretto", name, e);
      }
    }
    try {
      return platform.get(name);
    } catch (NoSuchAlgorithmException e) {
      return named.get(name, BOUNCY_CASTLE);
    }
  }

  private interface FromProvider<T> {
    T get(String name, Provider provider) throws GeneralSecurityException;
  }

  private interface FromPlatform<T> {
    T get(String name) throws GeneralSecurityException;
  }

  private static final class Random {
    private static final SecureRandom SECURE = create();

    private static SecureRandom create() {
      try {
        return CORRETTO == null
            ? new SecureRandom()
            : SecureRandom.getInstance("LibCryptoRng", CORRETTO);
      } catch (NoSuchAlgorithmException e) {
        return new SecureRandom();
      }
    }
  }
}
