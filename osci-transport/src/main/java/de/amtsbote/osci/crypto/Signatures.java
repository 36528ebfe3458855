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
      Signature signature = engine(algorithm);
      signature.initVerify(key);
      signature.update(data);
      return signature.verify(value);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static byte[] sign(SignatureAlgorithm algorithm, PrivateKey key, byte[] data)
      throws GeneralSecurityException {
    Signature signature = engine(algorithm);
    signature.initSign(key);
    signature.update(data);
    return signature.sign();
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
