package de.amtsbote.osci.pkcs11;

import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.KeyUnavailableException;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.Signatures;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;

/**
 * A private key that never leaves its token. The JDK's PKCS#11 provider has no OAEP, so the token
 * does the raw RSA operation and the padding is taken off here.
 */
public final class Pkcs11Keys implements KeyOperations {

  private final Provider provider;
  private final PrivateKey key;
  private final X509Certificate certificate;

  Pkcs11Keys(Provider provider, PrivateKey key, X509Certificate certificate) {
    this.provider = provider;
    this.key = key;
    this.certificate = certificate;
  }

  @Override
  public X509Certificate certificate() {
    return certificate;
  }

  @Override
  public byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException {
    algorithm.requireKey(key);
    return switch (algorithm.kind()) {
      case RSA_PKCS1 -> sign(digestName(algorithm) + "withRSA", data);
      case RSA_PSS -> signPss(algorithm, data);
      case ECDSA -> sign(digestName(algorithm) + "withECDSAinP1363Format", data);
    };
  }

  private byte[] sign(String name, byte[] data) throws GeneralSecurityException {
    var signature = Signature.getInstance(name, provider);
    signature.initSign(key);
    signature.update(data);
    return signature.sign();
  }

  private byte[] signPss(SignatureAlgorithm algorithm, byte[] data)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("RSASSA-PSS", provider);
    signature.initSign(key);
    signature.setParameter(Signatures.pssParameters(algorithm.digest()));
    signature.update(data);
    return signature.sign();
  }

  private static String digestName(SignatureAlgorithm algorithm) {
    return algorithm.digest().jcaName().replace("SHA-", "SHA");
  }

  @Override
  public byte[] decryptKey(KeyTransport transport, byte[] wrappedKey)
      throws GeneralSecurityException {
    if (transport.method() == KeyTransport.Method.RSA_1_5) {
      return rsa("RSA/ECB/PKCS1Padding", wrappedKey);
    }
    var encoded = fixedLength(raw(wrappedKey));
    return new OaepPadding(
            MessageDigest.getInstance(transport.digest().jcaName()),
            MessageDigest.getInstance(transport.mgfDigest().jcaName()))
        .remove(encoded);
  }

  /** The raw operation works on every number below the modulus; if it fails, the token failed. */
  private byte[] raw(byte[] number) throws GeneralSecurityException {
    var modulus = ((RSAPublicKey) certificate.getPublicKey()).getModulus();
    if (new BigInteger(1, number).compareTo(modulus) >= 0
        || number.length != (modulus.bitLength() + 7) / 8) {
      throw new BadPaddingException("the key cannot be unwrapped");
    }
    try {
      return rsa("RSA/ECB/NoPadding", number);
    } catch (BadPaddingException | IllegalBlockSizeException | InvalidKeyException e) {
      throw new KeyUnavailableException("the token does not decrypt", e);
    }
  }

  private byte[] rsa(String transformation, byte[] octets) throws GeneralSecurityException {
    try {
      var cipher = Cipher.getInstance(transformation, provider);
      cipher.init(Cipher.DECRYPT_MODE, key);
      return cipher.doFinal(octets);
    } catch (ProviderException e) {
      throw new KeyUnavailableException("the token does not answer", e);
    }
  }

  /** Some tokens drop leading zeros of the number. */
  private byte[] fixedLength(byte[] number) {
    int length = (((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength() + 7) / 8;
    var octets = new byte[length];
    int kept = Math.min(length, number.length);
    System.arraycopy(number, number.length - kept, octets, length - kept, kept);
    return octets;
  }
}
