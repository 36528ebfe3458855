package de.amtsbote.gateway.fitconnect.jose;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Wraps content keys with RSA-OAEP-256 (RFC 7518 section 4.3). */
final class ContentKeys {

  private static final int OCTETS = 32;
  private static final String TRANSFORMATION = "RSA/ECB/OAEPPadding";
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private ContentKeys() {}

  static byte[] wrap(byte[] key, RsaJwk reader) throws JoseException {
    try {
      var cipher = CryptoProviders.jdkCipher(TRANSFORMATION);
      cipher.init(Cipher.ENCRYPT_MODE, reader.publicKey(), OAEP);
      return cipher.doFinal(key);
    } catch (GeneralSecurityException e) {
      throw new JoseException("nothing can be encrypted for " + reader, e);
    }
  }

  /** The key; a random one if it does not unwrap, so that nobody can tell why decryption fails. */
  static byte[] unwrap(byte[] wrapped, RsaJwk own) {
    var decoy = CryptoProviders.random(OCTETS);
    try {
      var cipher = CryptoProviders.jdkCipher(TRANSFORMATION);
      cipher.init(Cipher.DECRYPT_MODE, own.privateKey(), OAEP);
      var key = cipher.doFinal(wrapped);
      return key.length == OCTETS ? key : decoy;
    } catch (GeneralSecurityException e) {
      return decoy;
    }
  }
}
