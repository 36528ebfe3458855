package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.xta.soap.Peer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows the accounts by the certificates that their callers hold. */
final class XtaAccounts {

  private final Map<String, Known> byCertificate = new HashMap<>();
  private final ProxyCertificates proxies;
  private final Clock clock;

  private record Known(XtaAccount account, boolean locked) {}

  /**
   * Reads the accounts.
   *
   * @throws GatewayException CONFIGURATION_INVALID naming the account that is wrong
   */
  XtaAccounts(
      Map<String, XtaServerProperties.Account> accounts, ProxyCertificates proxies, Clock clock) {
    this.proxies = proxies;
    this.clock = clock;
    accounts.forEach(this::add);
  }

  private void add(String name, XtaServerProperties.Account settings) {
    require(settings.tenant() != null, name, "tenant", "is missing");
    require(!settings.certificates().isEmpty(), name, "certificates", "is missing");
    require(!settings.parties().isEmpty(), name, "parties", "is missing");
    var account =
        new XtaAccount(
            name, settings.tenant(), settings.parties(), settings.services(), settings.tolerant());
    for (var each : settings.certificates()) {
      var hash = each.replace(":", "").toLowerCase(Locale.ROOT);
      require(
          hash.matches("[0-9a-f]{64}"), name, "certificates", "must be 64 hexadecimal digits each");
      var other = byCertificate.put(hash, new Known(account, settings.locked()));
      require(other == null, name, "certificates", "names a certificate of another account");
    }
  }

  private static void require(boolean condition, String name, String key, String problem) {
    if (!condition) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.xta.server.accounts.%s.%s %s".formatted(name, key, problem));
    }
  }

  /**
   * Whose account a caller proves to be.
   *
   * @throws XtaException 9010, 9011 or 9012
   */
  XtaAccount of(Peer peer) {
    var certificate = certificate(peer);
    requireInForce(certificate);
    var known = byCertificate.get(sha256(certificate));
    if (known == null) {
      throw new XtaException(XtaError.ACCOUNT_UNKNOWN, "the certificate belongs to no account");
    }
    if (known.locked()) {
      throw new XtaException(XtaError.ACCOUNT_LOCKED, "account " + known.account().name());
    }
    return known.account();
  }

  /**
   * The certificate that the caller showed, to a proxy that is believed or itself. What a proxy
   * shows when it connects is its own, and says nothing of the caller that it names.
   */
  X509Certificate certificate(Peer peer) {
    return proxies
        .vouched(peer)
        .or(() -> Optional.ofNullable(peer.certificate()))
        .orElseThrow(
            () -> new XtaException(XtaError.ACCOUNT_UNKNOWN, "the caller showed no certificate"));
  }

  private void requireInForce(X509Certificate certificate) {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      throw new XtaException(
          XtaError.CERTIFICATE_EXPIRED, "the certificate is not valid on this day", e);
    }
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "a certificate that was read has octets", e);
    }
  }
}
