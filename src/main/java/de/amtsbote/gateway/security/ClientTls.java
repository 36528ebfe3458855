package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS to one server: the own key, if any, and the authorities that are trusted, nobody else. The
 * name of the server is checked by whoever connects.
 */
public final class ClientTls {

  private static final String PKIX = "PKIX";

  private final KeyFiles keys;

  /** TLS with keys from such files. */
  public ClientTls(KeyFiles keys) {
    this.keys = keys;
  }

  /**
   * Opens key and trust.
   *
   * @param keyStore PKCS#12 file; null to show no certificate
   * @param alias alias of the key to be shown
   * @throws GatewayException {@link ErrorCode#KEY_RING_UNREADABLE}, {@link ErrorCode#KEY_MISSING},
   *     {@link ErrorCode#SAMPLE_KEY_REFUSED} or {@link ErrorCode#CONFIGURATION_INVALID}
   */
  public SSLContext context(Path keyStore, Path passwordFile, String alias, TrustFolder trust) {
    try {
      var trusted = TrustManagerFactory.getInstance(PKIX);
      trusted.init(trust.anchors());
      var context = SSLContext.getInstance("TLS");
      context.init(
          keyStore == null ? new KeyManager[0] : own(keyStore, passwordFile, alias),
          trusted.getTrustManagers(),
          new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.KEY_RING_UNREADABLE, "a key for TLS does not open", e);
    }
  }

  /** Only this one key, so that no other certificate of the file is shown instead. */
  private KeyManager[] own(Path file, Path passwordFile, String alias)
      throws GeneralSecurityException {
    var store = keys.open(file, passwordFile);
    var password = keys.password(passwordFile);
    try {
      var key = store.getKey(alias, password);
      if (key == null) {
        throw new GatewayException(
            ErrorCode.KEY_MISSING, "there is no key '%s' in %s".formatted(alias, file));
      }
      var only = KeyStore.getInstance("PKCS12");
      only.load(null, null);
      only.setKeyEntry(alias, key, password, store.getCertificateChain(alias));
      var managers = KeyManagerFactory.getInstance(PKIX);
      managers.init(only, password);
      return managers.getKeyManagers();
    } catch (IOException e) {
      throw new GatewayException(ErrorCode.KEY_RING_UNREADABLE, file.toString(), e);
    } finally {
      Arrays.fill(password, ' ');
    }
  }
}
