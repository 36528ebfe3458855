package de.amtsbote.osci.pkcs11;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;

/**
 * A token (HSM, smart card, SoftHSM) behind a PKCS#11 library. Its provider is used directly and
 * not registered, so nothing else in the process changes.
 */
public final class Pkcs11Token {

  private final Provider provider;
  private final KeyStore keys;

  private Pkcs11Token(Provider provider, KeyStore keys) {
    this.provider = provider;
    this.keys = keys;
  }

  /**
   * Logs in.
   *
   * @param library the PKCS#11 library of the token's vendor
   * @param slotIndex position in the library's list of slots, from 0
   */
  public static Pkcs11Token open(Path library, int slotIndex, char[] pin)
      throws GeneralSecurityException, IOException {
    var base = Security.getProvider("SunPKCS11");
    if (base == null) {
      throw new GeneralSecurityException("this Java runtime has no PKCS#11 provider");
    }
    var configuration =
        "--name = Amtsbote"
            + slotIndex
            + "\nlibrary = "
            + library.toAbsolutePath()
            + "\nslotListIndex = "
            + slotIndex
            + "\n";
    var provider = base.configure(configuration);
    var keys = KeyStore.getInstance("PKCS11", provider);
    keys.load(null, pin);
    return new Pkcs11Token(provider, keys);
  }

  /**
   * The key with this label, with its certificate.
   *
   * @throws UnrecoverableKeyException if there is no such key, or no certificate with it
   */
  public Pkcs11Keys key(String label) throws GeneralSecurityException {
    if (keys.getKey(label, null) instanceof PrivateKey key
        && keys.getCertificate(label) instanceof X509Certificate certificate) {
      return new Pkcs11Keys(provider, key, certificate);
    }
    throw new UnrecoverableKeyException("the token has no key and certificate " + label);
  }
}
