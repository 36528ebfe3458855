package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.http.ClientAssertion;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.TrustFolder;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who the gateway is towards the DVDV, and which of its servers it trusts. */
final class DvdvTls {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final DvdvProperties settings;
  private final KeyFiles keys;
  private final boolean samplesAllowed;

  DvdvTls(DvdvProperties settings, KeyFiles keys, boolean samplesAllowed) {
    this.settings = settings;
    this.keys = keys;
    this.samplesAllowed = samplesAllowed;
  }

  /**
   * Own certificate and trusted authorities; null when no server speaks TLS.
   *
   * @throws GatewayException CONFIGURATION_INVALID, KEY_RING_UNREADABLE or SAMPLE_KEY_REFUSED
   */
  SSLContext context() {
    settings.servers().forEach(this::requireProtected);
    if (settings.tokenUrl() != null) {
      requireProtected(settings.tokenUrl());
    }
    if (settings.servers().stream().noneMatch(it -> "https".equals(it.getScheme()))) {
      return null;
    }
    try {
      var trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(
          new TrustFolder("amtsbote.dvdv.trust", settings.trust(), samplesAllowed).anchors());
      var context = SSLContext.getInstance("TLS");
      context.init(own(), trusted.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /** Nothing crosses a network open, but inside of the data centre that runs the server. */
  private void requireProtected(URI address) {
    var open =
        "http".equals(address.getScheme())
            && (!settings.access().needsToken() || THIS_MACHINE.contains(address.getHost()));
    if (!open && !"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.dvdv: '%s' does not begin with https://".formatted(address));
    }
  }

  private KeyManager[] own() throws GeneralSecurityException {
    if (settings.keyStore() == null) {
      return null;
    }
    var factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(open(), keys.password(settings.passwordFile()));
    return factory.getKeyManagers();
  }

  /**
   * What proves the gateway when it asks for a token; null where none is needed.
   *
   * @throws GatewayException CONFIGURATION_INVALID, KEY_MISSING, KEY_RING_UNREADABLE or
   *     SAMPLE_KEY_REFUSED
   */
  ClientAssertion assertion(Clock clock) {
    if (!settings.access().needsToken()) {
      return null;
    }
    try {
      var store = open();
      if (store.getKey(settings.alias(), keys.password(settings.passwordFile()))
              instanceof PrivateKey key
          && store.getCertificate(settings.alias()) instanceof X509Certificate certificate) {
        return new ClientAssertion(key, certificate, clock);
      }
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
    throw new GatewayException(
        ErrorCode.KEY_MISSING,
        "%s has no private key '%s'".formatted(settings.keyStore(), settings.alias()));
  }

  private KeyStore open() {
    require(settings.keyStore() != null, "key-store");
    require(settings.passwordFile() != null, "password-file");
    return keys.open(settings.keyStore(), settings.passwordFile());
  }

  private static void require(boolean condition, String key) {
    if (!condition) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, "amtsbote.dvdv.%s is missing".formatted(key));
    }
  }

  private static GatewayException unreadable(GeneralSecurityException e) {
    return new GatewayException(
        ErrorCode.KEY_RING_UNREADABLE, "the key for the DVDV does not open", e);
  }
}
