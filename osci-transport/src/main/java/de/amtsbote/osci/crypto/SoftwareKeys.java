package de.amtsbote.osci.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Private keys held in memory, as a PKCS#12 file brings them. */
public final class SoftwareKeys implements KeyOperations {

  private final PrivateKey key;
  private final X509Certificate certificate;

  private SoftwareKeys(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** A key pair; the key is handed to the preferred provider once. */
  public static SoftwareKeys of(PrivateKey key, X509Certificate certificate) {
    return new SoftwareKeys(translate(key), certificate);
  }

  /**
   * The one key of a PKCS#12 file.
   *
   * @throws UnrecoverableKeyException if there is none or more than one
   */
  public static SoftwareKeys fromPkcs12(InputStream file, char[] password)
      throws IOException, GeneralSecurityException {
    List<SoftwareKeys> all = allFromPkcs12(file, password);
    if (all.size() != 1) {
      throw new UnrecoverableKeyException("Exactly one key is needed, found " + all.size());
    }
    return all.get(0);
  }

  /** All keys of a PKCS#12 file, in the order of their aliases. */
  public static List<SoftwareKeys> allFromPkcs12(InputStream file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(file, password);
    List<SoftwareKeys> keys = new ArrayList<>();
    List<String> aliases = Collections.list(store.aliases());
    Collections.sort(aliases);
    for (String alias : aliases) {
      if (store.getKey(alias, password) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        keys.add(of(key, certificate));
      }
    }
    return keys;
  }

  private static PrivateKey translate(PrivateKey key) {
    Optional<Provider> preferred = CryptoProviders.preferredProvider();
    if (preferred.isEmpty()) {
      return key;
    }
    try {
      KeyFactory factory = KeyFactory.getInstance(key.getAlgorithm(), preferred.get());
      return (PrivateKey) factory.translateKey(key);
    } catch (GeneralSecurityException e) {
      return key;
    }
  }

  @Override
  public X509Certificate certificate() {
    return certificate;
  }

  @Override
  public byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException {
    algorithm.requireKey(key);
    return Signatures.sign(algorithm, key, data);
  }

  @Override
  public byte[] decryptKey(KeyTransport transport, byte[] wrappedKey)
      throws GeneralSecurityException {
    return KeyTransports.unwrap(transport, key, wrappedKey);
  }
}
