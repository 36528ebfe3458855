package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.xta.soap.Peer;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Believes a proxy on the list, and nobody else, which certificate its caller holds. */
final class ProxyCertificates {

  private static final int LONGEST = 16 * 1024;

  private final List<String> addresses;

  ProxyCertificates(List<String> addresses) {
    this.addresses = List.copyOf(addresses);
  }

  /**
   * The certificate that a trusted proxy names; empty when there is none or the caller is no such
   * proxy.
   *
   * @throws XtaException 9012 when what it names is no certificate, or it names several
   */
  Optional<X509Certificate> vouched(Peer peer) {
    if (!addresses.contains(peer.address()) || peer.vouched().isEmpty()) {
      return Optional.empty();
    }
    var text = peer.vouched().get(0);
    if (peer.vouched().size() > 1 || text.length() > LONGEST) {
      throw new XtaException(XtaError.ACCOUNT_UNKNOWN, "the proxy names several certificates");
    }
    try {
      var pem = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      var octets = pem.getBytes(StandardCharsets.US_ASCII);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(octets)));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new XtaException(XtaError.ACCOUNT_UNKNOWN, "what the proxy names is no certificate", e);
    }
  }
}
