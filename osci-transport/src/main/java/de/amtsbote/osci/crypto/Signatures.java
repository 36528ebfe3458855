package de.amtsbote.osci.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Signing and verifying with keys in memory, in the form of XML signatures. */
public final class Signatures {

  private Signatures() {}

  /** Whether the value signs the data; false too if the key does not fit the method. */
  public static boolean verify(
      SignatureAlgorithm algorithm, PublicKey key, byte[] data, byte[] value) {
    if (!algorithm.kind().keyAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    try {
      return verify(engine(algorithm), key, data, value);
    } catch (GeneralSecurityException | RuntimeException e) {
      // providers meet keys that are none, such as points beside their curve, in either way
      return algorithm.kind() == SignatureAlgorithm.Kind.ECDSA
          && verifyOnAnyCurve(algorithm, key, data, value);
    }
  }

  private static boolean verifyOnAnyCurve(
      SignatureAlgorithm algorithm, PublicKey key, byte[] data, byte[] value) {
    try {
      return verify(CryptoProviders.anyCurve(algorithm.digest()), key, data, value);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static boolean verify(Signature engine, PublicKey key, byte[] data, byte[] value)
      throws GeneralSecurityException {
    engine.initVerify(key);
    engine.update(data);
    return engine.verify(value);
  }

  static byte[] sign(SignatureAlgorithm algorithm, PrivateKey key, byte[] data)
      throws GeneralSecurityException {
    try {
      return sign(engine(algorithm), key, data);
    } catch (GeneralSecurityException e) {
      if (algorithm.kind() == SignatureAlgorithm.Kind.ECDSA) {
        return sign(CryptoProviders.anyCurve(algorithm.digest()), key, data);
      }
      throw e;
    }
  }

  private static byte[] sign(Signature engine, PrivateKey key, byte[] data)
      throws GeneralSecurityException {
    engine.initSign(key);
    engine.update(data);
    return engine.sign();
  }

  private static Signature engine(SignatureAlgorithm algorithm) throws GeneralSecurityException {
    if (algorithm.kind() == SignatureAlgorithm.Kind.RSA_PSS) {
      Signature signature = CryptoProviders.pss(algorithm.digest());
      signature.setParameter(pssParameters(algorithm.digest()));
      return signature;
    }
    return CryptoProviders.signature(name(algorithm));
  }

  /** The parameters of RSA-PSS as XML signatures use it: MGF1 and salt follow the digest. */
  public static PSSParameterSpec pssParameters(DigestAlgorithm digest) {
    return new PSSParameterSpec(
        digest.jcaName(), "MGF1", new MGF1ParameterSpec(digest.jcaName()), digest.length(), 1);
  }

  /** The name of a method without parameters. */
  static String name(SignatureAlgorithm algorithm) {
    String digest = algorithm.digest().jcaName().replace("SHA-", "SHA");
    return algorithm.kind() == SignatureAlgorithm.Kind.ECDSA
        ? digest + "withECDSAinP1363Format"
        : digest + "withRSA";
  }
}
