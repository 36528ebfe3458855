package de.amtsbote.osci.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Wrapping and unwrapping of content keys with RSA keys in memory. */
public final class KeyTransports {

  private KeyTransports() {}

  /** Wraps a key for the owner of the public key. */
  public static byte[] wrap(KeyTransport transport, PublicKey recipient, byte[] key)
      throws GeneralSecurityException {
    return engine(transport, Cipher.ENCRYPT_MODE, recipient).doFinal(key);
  }

  static byte[] unwrap(KeyTransport transport, Key privateKey, byte[] wrapped)
      throws GeneralSecurityException {
    return engine(transport, Cipher.DECRYPT_MODE, privateKey).doFinal(wrapped);
  }

  private static Cipher engine(KeyTransport transport, int mode, Key key)
      throws GeneralSecurityException {
    if (transport.method() == KeyTransport.Method.RSA_1_5) {
      Cipher cipher = CryptoProviders.cipher("RSA/ECB/PKCS1Padding");
      cipher.init(mode, key);
      return cipher;
    }
    Cipher cipher = CryptoProviders.cipher("RSA/ECB/OAEPPadding");
    cipher.init(
        mode,
        key,
        new OAEPParameterSpec(
            transport.digest().jcaName(),
            "MGF1",
            new MGF1ParameterSpec(transport.mgfDigest().jcaName()),
            PSource.PSpecified.DEFAULT));
    return cipher;
  }
}
