package de.amtsbote.gateway.fitconnect;

import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.trust.CertificateUse;
import java.time.Clock;

/**
 * Which keys of receivers may be used. Somebody must vouch for each: an authority that OSCI trusts,
 * too, by the certificate in the key, or whoever entered its thumbprint into the configuration.
 */
public final class KeyTrust {

  private final OsciTrust certificates;

  /** Trusts the same authorities as OSCI, and asks for revocation as that does. */
  public KeyTrust(OsciTrust certificates) {
    this.certificates = certificates;
  }

  /**
   * Requires a key to encrypt for a receiver.
   *
   * @throws GatewayException CERTIFICATE_REFUSED, or REVOCATION_UNKNOWN
   */
  public void requireEncryption(String name, FitConnectProperties.Receiver receiver, RsaJwk key) {
    require(name, key, RsaJwk.ENCRYPTION, "wrapKey");
    vouched(name, receiver, key, CertificateUse.CIPHER);
  }

  /** The event logs of what a receiver was sent, of which only trusted keys count. */
  public EventLog log(
      String name, FitConnectProperties.Receiver receiver, FitConnectApi api, Clock clock) {
    return EventLog.ofReceiver(
        api, receiver.id(), key -> requireSignature(name, receiver, key), clock);
  }

  void requireSignature(String name, FitConnectProperties.Receiver receiver, RsaJwk key) {
    require(name, key, RsaJwk.SIGNATURE, "verify");
    vouched(name, receiver, key, CertificateUse.SIGNATURE);
  }

  /** FIT-Connect demands that keys say what they are for. */
  private static void require(String name, RsaJwk key, String algorithm, String operation) {
    if (!algorithm.equals(key.algorithm()) || !key.operations().contains(operation)) {
      throw refused(name, key, "is not for %s with %s".formatted(operation, algorithm));
    }
  }

  private void vouched(
      String name, FitConnectProperties.Receiver receiver, RsaJwk key, CertificateUse use) {
    if (receiver.keyThumbprints().contains(key.thumbprint())) {
      return;
    }
    var chain = key.certificates();
    if (chain.isEmpty()) {
      throw refused(
          name,
          key,
          "has no certificate (x5c); if its owner confirms it, enter its thumbprint %s in"
                  .formatted(key.thumbprint())
              + " key-thumbprints");
    }
    certificates.require(
        chain.get(0), chain.subList(1, chain.size()), use, "FIT-Connect receiver " + name);
  }

  private static GatewayException refused(String name, RsaJwk key, String problem) {
    return new GatewayException(
        ErrorCode.CERTIFICATE_REFUSED,
        "FIT-Connect receiver %s: %s %s".formatted(name, key, problem));
  }
}
