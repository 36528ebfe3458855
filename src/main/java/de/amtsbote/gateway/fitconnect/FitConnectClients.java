package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.TrustFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes clients of the configured delivery services, and opens keys. */
public final class FitConnectClients {

  private static final String SETTING = "amtsbote.fit-connect.";

  private final Map<String, FitConnectProperties.Service> services;
  private final KeyFiles secrets;
  private final boolean samplesAllowed;
  private final Clock clock;

  FitConnectClients(
      Map<String, FitConnectProperties.Service> services,
      KeyFiles secrets,
      boolean samplesAllowed,
      Clock clock) {
    this.services = services;
    this.secrets = secrets;
    this.samplesAllowed = samplesAllowed;
    this.clock = clock;
  }

  /**
   * The client of a destination of our own.
   *
   * @throws GatewayException CONFIGURATION_INVALID or KEY_RING_UNREADABLE
   */
  public FitConnectApi destination(String name, FitConnectProperties.Destination it) {
    var at = "destinations." + name;
    require(it.id() != null, at + ".id", "is missing");
    return client(at, it.service(), it.clientId(), it.clientSecretFile());
  }

  /**
   * The client of a receiver.
   *
   * @param it null is refused
   * @throws GatewayException CONFIGURATION_INVALID or KEY_RING_UNREADABLE
   */
  public FitConnectApi receiver(String name, FitConnectProperties.Receiver it) {
    var at = "receivers." + name;
    require(it != null, at, "is missing; a delivery of kind fit-connect needs it");
    require(it.id() != null, at + ".id", "is missing");
    return client(at, it.service(), it.clientId(), it.clientSecretFile());
  }

  /**
   * The private keys of a destination that open what it is sent, by their ids.
   *
   * @throws GatewayException CONFIGURATION_INVALID or KEY_RING_UNREADABLE
   */
  public Map<String, RsaJwk> decryptionKeys(String name, FitConnectProperties.Destination it) {
    var at = "destinations." + name + ".decryption-keys";
    require(!it.decryptionKeys().isEmpty(), at, "is missing; name files with private keys as JWK");
    var keys = new HashMap<String, RsaJwk>();
    for (var file : it.decryptionKeys()) {
      var key = key(at, file, RsaJwk.ENCRYPTION, "unwrapKey");
      keys.put(key.kid(), key);
    }
    return Map.copyOf(keys);
  }

  /**
   * The private key that signs the events of a destination.
   *
   * @throws GatewayException CONFIGURATION_INVALID or KEY_RING_UNREADABLE
   */
  public RsaJwk signingKey(String name, FitConnectProperties.Destination it) {
    var at = "destinations." + name + ".signing-key";
    require(it.signingKey() != null, at, "is missing; name a file with a private key as JWK");
    return key(at, it.signingKey(), RsaJwk.SIGNATURE, "sign");
  }

  private FitConnectApi client(String of, String serviceName, String clientId, Path secretFile) {
    require(serviceName != null, of + ".service", "is missing; name one of fit-connect.services");
    require(clientId != null, of + ".client-id", "is missing");
    require(secretFile != null, of + ".client-secret-file", "is missing");
    var service = services.get(serviceName);
    var at = "services." + serviceName;
    require(
        service != null, of + ".service", "names '%s', which is missing".formatted(serviceName));
    requireAddress(service.api(), at + ".api");
    requireAddress(service.token(), at + ".token");
    var issuer = service.issuer() == null ? service.api().toString() : service.issuer();
    var secret = new String(secrets.password(secretFile));
    var tls = service.trust() == null ? null : tls(at, service.trust());
    return new FitConnectApi(new FitConnectLine(service, clientId, secret, tls, clock), issuer);
  }

  private static RsaJwk key(String setting, Path file, String algorithm, String operation) {
    try {
      var key = RsaJwk.parse(Files.readAllBytes(file));
      if (key.privateKey() == null || !key.serves(algorithm, operation)) {
        throw new JoseException("%s is no private key for %s".formatted(key, algorithm));
      }
      return key;
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.KEY_RING_UNREADABLE,
          "%s%s: %s holds no such key".formatted(SETTING, setting, file),
          e);
    }
  }

  private static void require(boolean condition, String setting, String problem) {
    if (!condition) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, SETTING + setting + " " + problem);
    }
  }

  /** Secrets and tokens go over TLS, but to this machine. */
  private static void requireAddress(URI address, String setting) {
    require(address != null && address.getHost() != null, setting, "is missing; write https://…");
    require(
        "https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && isLoopback(address.getHost()),
        setting,
        "must begin with https://");
  }

  private static boolean isLoopback(String host) {
    try {
      return host.matches("localhost|127\\..*|\\[::1]")
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (IOException e) {
      return false;
    }
  }

  private SSLContext tls(String at, Path folder) {
    try {
      var trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(new TrustFolder(SETTING + at + ".trust", folder, samplesAllowed).anchors());
      var context = SSLContext.getInstance("TLS");
      context.init(null, trusted.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, SETTING + at + ".trust cannot be used", e);
    }
  }
}
